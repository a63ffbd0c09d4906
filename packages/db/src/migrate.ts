import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runDrizzle } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations as runQueue } from 'graphile-worker';
import postgres from 'postgres';
import { clientOptions } from './pool.ts';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../drizzle');
/** Any number; it only has to be the same in every process that migrates. */
const migrationLock = 7_271_964;

/**
 * Brings the schema and the queue up to date and grants `appLogin` what the server needs. Safe to run by several
 * processes at once. Takes the owner's address and the login's name; throws what PostgreSQL answers.
 */
export async function migrate(ownerUrl: string, appLogin: string): Promise<void> {
  const sql = postgres(ownerUrl, clientOptions());
  try {
    await sql`select pg_advisory_lock(${migrationLock})`;
    await runDrizzle(drizzle(sql), { migrationsFolder: folder });
    await runQueue({ connectionString: ownerUrl, logger: undefined });
    await sql`select app.grant_to(${appLogin})`;
    await grantQueue(sql, appLogin);
    await sql`select pg_advisory_unlock(${migrationLock})`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** How many migrations the code has; the database is current when it has run as many. */
export function migrationCount(): number {
  const journal: { entries: unknown[] } = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8'));
  return journal.entries.length;
}

/** The queue's tables have row-level security and no policy of their own: one lets the server's login in. */
async function grantQueue(sql: postgres.Sql, login: string): Promise<void> {
  await sql`grant usage on schema graphile_worker to ${sql(login)}`;
  await sql`grant select, insert, update, delete on all tables in schema graphile_worker to ${sql(login)}`;
  await sql`grant usage, select on all sequences in schema graphile_worker to ${sql(login)}`;
  await sql`grant execute on all functions in schema graphile_worker to ${sql(login)}`;
  const tables = await sql`select tablename from pg_tables where schemaname = 'graphile_worker' and rowsecurity`;
  for (const { tablename } of tables) {
    await sql`drop policy if exists server on ${sql(`graphile_worker.${tablename}`)}`;
    await sql`create policy server on ${sql(`graphile_worker.${tablename}`)} to ${sql(login)} using (true) with check (true)`;
  }
}
