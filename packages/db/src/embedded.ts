import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import postgres from 'postgres';
import {
  EmbeddedDatabaseError,
  initialise,
  isInitialised,
  runningPort,
  type Server,
  serverIn,
  startServer,
  stopServer,
} from './embedded-server.ts';
import { clientOptions } from './pool.ts';

export interface EmbeddedDatabase {
  /** Login of the role that owns the schema. */
  ownerUrl: string;
  /** Login of the role `app`. */
  appUrl: string;
  /** Ends the cluster cleanly; open connections are closed by the server. */
  stop(): Promise<void>;
}

/**
 * Starts the private PostgreSQL in `dataDir`, creating it at first; adopts one that survived a killed process.
 * Takes the folder (made when missing); gives both logins; throws EmbeddedDatabaseError with one clear sentence.
 */
export async function startEmbedded(dataDir: string, flags: string[] = []): Promise<EmbeddedDatabase> {
  const server = await serverIn(dataDir);
  prepareFolder(server);
  assertReachable(server);
  const password = keptPassword(server);
  if (!isInitialised(server)) await initialise(server);
  const port = (await runningPort(server)) ?? (await startServer(server, flags));
  await prepareRoles(port, password);
  return { ...logins(port, password), stop: () => stopServer(server) };
}

/** The logins of a cluster that another process runs in `dataDir`, or null when none does. */
export async function findEmbedded(dataDir: string): Promise<Omit<EmbeddedDatabase, 'stop'> | null> {
  if (!existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))) return null;
  const server = await serverIn(dataDir);
  const port = await runningPort(server);
  return port === null ? null : logins(port, keptPassword(server));
}

function logins(port: number, password: string) {
  const at = (login: string) => `postgres://${login}:${password}@127.0.0.1:${port}/beback`;
  return { ownerUrl: at('beback_owner'), appUrl: at('app') };
}

/** The two logins and their database, made once; neither is a superuser, as on any managed PostgreSQL. */
async function prepareRoles(port: number, password: string): Promise<void> {
  const sql = postgres(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, clientOptions());
  try {
    await recovered(sql);
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

/** Waits while an adopted server is still recovering from a crash, which it says with 57P03; at most half a minute. */
async function recovered(sql: postgres.Sql): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await sql`select 1`;
      return;
    } catch (error) {
      const recovering = error instanceof postgres.PostgresError && error.code === '57P03';
      if (!recovering || attempt === 150) throw error;
      await delay(200);
    }
  }
}

function prepareFolder({ folder }: Server): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, '.writable'), '');
    rmSync(path.join(folder, '.writable'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new EmbeddedDatabaseError(
      `The data folder ${folder} cannot be written (${code}); choose another with DATA_DIR.`,
    );
  }
}

function assertReachable({ bin, folder, account }: Server): void {
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

/** One password for the logins of the private cluster, made once; only the local machine can reach its port. */
function keptPassword({ folder, account: { uid, gid } }: Server): string {
  const file = path.join(folder, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
  return readFileSync(file, 'utf8').trim();
}
