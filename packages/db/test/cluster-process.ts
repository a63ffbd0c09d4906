// The process that holds the test run's PostgreSQL. It prints the logins and stays until its standard input closes.
import { once } from 'node:events';
import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate, startEmbedded } from '../src/index.ts';

// Nothing here has to survive a crash.
const flags = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_connections=300',
  'autovacuum=off',
];

// Whoever waits for the logins may have been killed meanwhile; that must not keep the end from being reached.
process.stdout.on('error', () => {});

const folder = mkdtempSync(path.join(tmpdir(), 'beback-test-'));
// PostgreSQL may run as another user, who has to get in.
chmodSync(folder, 0o755);
try {
  const cluster = await startEmbedded(
    folder,
    flags.map((flag) => `-c ${flag}`),
  );
  try {
    await migrate(cluster.ownerUrl, 'app');
    process.stdout.write(`${JSON.stringify({ ownerUrl: cluster.ownerUrl, appUrl: cluster.appUrl, folder })}\n`);
    process.stdin.resume();
    await once(process.stdin, 'close');
  } finally {
    await cluster.stop();
  }
} finally {
  for (const pidFile of globSync(`${folder}/*/postgres/postmaster.pid`)) endServer(pidFile);
  rmSync(folder, { recursive: true, force: true });
}

/** Ends a server that a test has started in the run's folder and could not stop. */
function endServer(pidFile: string): void {
  try {
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGQUIT');
  } catch {
    // It had ended by itself, and left the file.
  }
}
