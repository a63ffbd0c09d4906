import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { connect, migrate, migrationCount } from '../src/index.ts';
import { dropDatabase, emptyDatabase, makeWorkspace, testDatabase } from './database.ts';
import { floor } from './scopes.ts';

const { db, owner } = await testDatabase();
const [once, atOnce] = [await emptyDatabase(), await emptyDatabase()];
afterAll(() => Promise.all([dropDatabase(once.ownerUrl), dropDatabase(atOnce.ownerUrl)]));

/** Everything the catalogue says about tables, policies, functions and rights, to compare two moments. */
async function picture(ownerUrl: string): Promise<unknown> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const rows = await sql`select
    (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
    (select count(*)::int from graphile_worker.migrations) as "queueMigrations",
    (select string_agg(relname || relacl::text, ' ' order by relname) from pg_class where relacl is not null
      and relnamespace in ('public'::regnamespace, 'auth'::regnamespace, 'graphile_worker'::regnamespace)) as rights,
    (select string_agg(proname || md5(prosrc), ' ' order by proname, oid) from pg_proc where pronamespace = 'app'::regnamespace) as functions,
    (select string_agg(tablename || policyname || coalesce(qual, ''), ' ' order by schemaname, tablename, policyname) from pg_policies) as policies`;
  await sql.end();
  return rows[0];
}

describe('migrating', () => {
  test('brings an empty database to where the tests’ own is, and a second time changes nothing', async () => {
    await migrate(once.ownerUrl, 'app');
    const first = await picture(once.ownerUrl);
    expect(first).toMatchObject({ migrations: migrationCount() });
    await migrate(once.ownerUrl, 'app');
    expect(await picture(once.ownerUrl)).toEqual(first);
  });

  test('by two processes at once works', async () => {
    await Promise.all([migrate(atOnce.ownerUrl, 'app'), migrate(atOnce.ownerUrl, 'app')]);
    expect(await picture(atOnce.ownerUrl)).toEqual(await picture(once.ownerUrl));
    const connected = await connect(atOnce.appUrl);
    await connected.ping();
    await connected.close();
  });

  test('lets the server enqueue a job in the transaction of its cause', async () => {
    const { workspaceId } = await makeWorkspace(owner);
    const enqueue = (fails: boolean) =>
      db.tenant(floor(workspaceId), async (tx) => {
        await tx.execute(sql`select graphile_worker.add_job('greet', payload := '{}'::json)`);
        if (fails) throw new Error('no');
      });
    await enqueue(false);
    await enqueue(true).catch(() => {});
    const [row] = await db.tenant(floor(workspaceId), (tx) =>
      tx.execute(sql`select count(*)::int as jobs from graphile_worker.jobs`),
    );
    expect(row).toEqual({ jobs: 1 });
  });
});
