// The process that keeps a Beback for the journeys: starts it, starts it again when it is killed, as any supervisor
// does, and ends it when its own standard input closes, however whoever asked for it came to an end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../server/src/main.ts', import.meta.url));
/** A Wednesday, twenty to twelve in Chicago: with a morning behind it and an afternoon ahead. */
const ahead = Date.parse('2026-03-04T17:40:00Z') - Date.now();

process.stdout.on('error', () => {});

const folder = mkdtempSync(path.join(tmpdir(), 'beback-e2e-'));
// PostgreSQL may run as another user, who has to get in.
chmodSync(folder, 0o755);
const dataDir = path.join(folder, 'data');
const port = await freePort();
let ending = false;
let server = start();
try {
  await Promise.race([isReady(), once(server, 'exit').then(() => Promise.reject(new Error('Beback did not start.')))]);
  const secrets = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));
  process.stdout.write(`${JSON.stringify({ url: `http://localhost:${port}`, dataDir, ahead, secrets })}\n`);
  process.stdin.resume();
  await once(process.stdin, 'close');
} finally {
  ending = true;
  server.kill('SIGTERM');
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

/** Nothing of the developer's own environment comes along: a live key there must not be used here. */
function start() {
  const { PATH, HOME, TMPDIR } = process.env;
  const machine = Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined));
  // A server that starts again goes on with the time that has passed.
  const CLOCK_START = new Date(Date.now() + ahead).toISOString();
  const own = { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error', CLOCK_START };
  const child = spawn(process.execPath, [program], {
    env: { ...machine, ...own },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.once('exit', (_code, signal) => {
    if (signal === 'SIGKILL' && !ending) server = start();
  });
  return child;
}

async function isReady(): Promise<void> {
  for await (const line of createInterface(server.stdout)) if (line.startsWith('Beback is ready')) return;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('no free port was found');
  return address.port;
}
