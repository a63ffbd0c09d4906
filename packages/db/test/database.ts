import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { connect, type Database } from '../src/index.ts';

export * from './make.ts';

/** The logins of one database. */
interface Logins {
  ownerUrl: string;
  appUrl: string;
}

/** The run's PostgreSQL; its logins are those of the migrated database that is cloned per test file. */
export interface Cluster extends Logins {
  /** Removed at the end of the run, with every server that was started in a folder of it. */
  folder: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

/** A database of one test file. */
export interface TestDatabase {
  /** Connected as the server is, as role `app`. */
  db: Database;
  /** Owns the schema and sees everything: for set-up only, never for what a test proves. */
  owner: postgres.Sql;
  appUrl: string;
  ownerUrl: string;
  close(): Promise<void>;
}

/** A migrated, empty database of the calling test file's own, closed and dropped after its last test. Call it at the top. */
export async function testDatabase(): Promise<TestDatabase> {
  const logins = await cloneDatabase();
  const db = await connect(logins.appUrl);
  const owner = postgres(logins.ownerUrl, { max: 3, onnotice: () => {} });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= Promise.all([db.close(), owner.end({ timeout: 5 })]).then(() => dropDatabase(logins.ownerUrl));
    return closed;
  };
  afterAll(close);
  return { db, owner, ...logins, close };
}

/** Another copy of the migrated database, for a test that breaks it; whoever asks drops it. */
export function cloneDatabase(): Promise<Logins> {
  return createDatabase('template beback');
}

/** A database without anything in it, for a test that migrates; whoever asks drops it. */
export function emptyDatabase(): Promise<Logins> {
  return createDatabase('template template0');
}

async function createDatabase(from: string): Promise<Logins> {
  const cluster = inject('cluster');
  if (!cluster) throw new Error('there is no test database: run vitest from the root of the repository');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await maintain(cluster.ownerUrl, `create database ${name} ${from}`);
  return { ownerUrl: inDatabase(cluster.ownerUrl, name), appUrl: inDatabase(cluster.appUrl, name) };
}

/** Drops a clone. One that somebody still reads is left to the end of the run, which removes everything. */
export async function dropDatabase(ownerUrl: string): Promise<void> {
  await maintain(ownerUrl, `drop database ${new URL(ownerUrl).pathname.slice(1)}`).catch(() => {});
}

/** Statements about databases are sent from one that nobody clones or drops. */
async function maintain(ownerUrl: string, statement: string): Promise<void> {
  const sql = postgres(inDatabase(ownerUrl, 'postgres'), { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

function inDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}
