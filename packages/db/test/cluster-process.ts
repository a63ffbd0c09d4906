// The process that holds the test run's PostgreSQL. It prints the logins and stays until its standard input closes.
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
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
    process.stdout.write(`${JSON.stringify({ ownerUrl: cluster.ownerUrl, appUrl: cluster.appUrl })}\n`);
    process.stdin.resume();
    await once(process.stdin, 'close');
  } finally {
    await cluster.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
