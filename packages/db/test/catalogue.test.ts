import { describe, expect, test } from 'vitest';
import { testDatabase } from './database.ts';
import { authTables, directoryTables, heldTables, tenantTables, visibleTables } from './tables.ts';

const { owner } = await testDatabase();

const names = async (statement: string) => (await owner.unsafe(statement)).map((row) => String(row.name)).sort();

/** Indexes that must be unique, each with its columns in order. */
const uniqueIndexes = () => owner<{ table: string; columns: string[] }[]>`
  select i.indrelid::regclass::text as table, array(
    select a.attname::text from unnest(i.indkey) with ordinality k(number, place)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number order by k.place) as columns
  from pg_index i join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'public'::regnamespace and i.indisunique`;

const foreignKeys = () => owner<
  { name: string; columns: string[]; target: string[]; onDelete: string; onUpdate: string }[]
>`
  select conrelid::regclass || '.' || conname as name, confdeltype as "onDelete", confupdtype as "onUpdate",
    array(select attname::text from unnest(conkey) with ordinality k(number, place)
      join pg_attribute on attrelid = conrelid and attnum = number order by place) as columns,
    array(select attname::text from unnest(confkey) with ordinality k(number, place)
      join pg_attribute on attrelid = confrelid and attnum = number order by place) as target
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;

describe('every table', () => {
  test('has a class: tenant, visible, directory, auth or queue', async () => {
    const found =
      await names(`select nspname || '.' || relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p') and nspname !~ '^pg_' and nspname not in ('information_schema', 'graphile_worker')`);
    const product = [...Object.keys(heldTables), ...directoryTables].map((table) => `public.${table}`);
    const signIn = authTables.map((table) => `auth.${table}`);
    expect(found).toEqual([...product, ...signIn, 'drizzle.__drizzle_migrations'].sort());
  });

  test('has row-level security enabled and forced', async () => {
    const bare = await names(`select oid::regclass::text as name from pg_class where relkind in ('r', 'p')
      and relnamespace in ('public'::regnamespace, 'auth'::regnamespace) and not (relrowsecurity and relforcerowsecurity)`);
    expect(bare).toEqual([]);
  });

  test('of a tenant has one policy for everybody and one for the owner', async () => {
    const rows =
      await owner`select tablename, array_agg(policyname::text || ':' || array_to_string(roles, ',') order by policyname) as policies
      from pg_policies where schemaname = 'public' and cmd = 'ALL' and permissive = 'PERMISSIVE' group by tablename`;
    const policies = Object.fromEntries(rows.map((row) => [row.tablename, row.policies]));
    const held = Object.keys(heldTables).map((table) => [table, ['owner:beback_owner', 'tenant:public']]);
    const directories = directoryTables.map((table) => [table, ['owner:beback_owner']]);
    expect(policies).toEqual(Object.fromEntries([...held, ...directories]));
  });

  test('says who sees its rows if, and only if, its class is visible', async () => {
    const columns = await names(`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'visible_to' and udt_name = '_uuid' and is_nullable = 'NO'`);
    const policies = await names(`select tablename as name from pg_policies
      where schemaname = 'public' and policyname = 'tenant' and qual like '%visible_to%' and with_check like '%visible_to%'`);
    expect(columns).toEqual(Object.keys(visibleTables).sort());
    expect(policies).toEqual(Object.keys(visibleTables).sort());
  });

  test('checks what is written as it checks what is read', async () => {
    const uneven = await names(
      `select tablename as name from pg_policies where schemaname = 'public' and qual is distinct from with_check`,
    );
    expect(uneven).toEqual([]);
  });

  test.each(Object.keys(tenantTables).concat(Object.keys(visibleTables)))(
    '%s is keyed by its workspace first',
    async (table) => {
      const keys = (await uniqueIndexes()).filter((index) => index.table === table);
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) expect(key.columns[0]).toBe('workspace_id');
    },
  );

  test('points at others only within its workspace', async () => {
    const keys = await foreignKeys();
    expect(keys.length).toBeGreaterThan(20);
    for (const { name, columns, target } of keys) {
      expect([name, columns[0], target[0]]).toEqual([name, 'workspace_id', 'workspace_id']);
    }
  });
});

describe('the schema can be spread over many machines', () => {
  test('policies hold no subquery and call no function of ours', async () => {
    const subqueries = await names(`select tablename as name from pg_policies
      where schemaname in ('public', 'auth') and concat(qual, with_check) ~* '\\mselect\\M'`);
    const called = await names(`select refobjid::regprocedure::text as name from pg_depend
      where classid = 'pg_policy'::regclass and refclassid = 'pg_proc'::regclass`);
    expect([subqueries, called]).toEqual([[], []]);
  });

  test('a deletion sets nothing to null, and a key is never updated', async () => {
    const actions = (await foreignKeys()).map(({ onDelete, onUpdate }) => onDelete + onUpdate);
    expect([...new Set(actions)]).toEqual(['aa']);
  });

  test('no column counts by identity or sequence', async () => {
    const identities = await names(`select attrelid::regclass || '.' || attname as name from pg_attribute
      join pg_class on pg_class.oid = attrelid where attidentity <> '' and relnamespace = 'public'::regnamespace`);
    const sequences = await names(`select oid::regclass::text as name from pg_class
      where relkind = 'S' and relnamespace in ('public'::regnamespace, 'app'::regnamespace, 'auth'::regnamespace)`);
    expect([identities, sequences]).toEqual([[], []]);
  });

  const ours = `from pg_proc p join pg_language l on l.oid = prolang
    where pronamespace in ('app'::regnamespace, 'public'::regnamespace)
    and not exists (select from pg_depend where objid = p.oid and classid = 'pg_proc'::regclass and deptype = 'e')`;

  test('every function is plpgsql, and none notifies', async () => {
    expect(await names(`select p.oid::regprocedure::text as name ${ours} and lanname <> 'plpgsql'`)).toEqual([]);
    expect(await names(`select p.oid::regprocedure::text as name ${ours} and prosrc ~* 'notify'`)).toEqual([]);
  });

  test('a function that runs as the owner has a fixed search path', async () => {
    const loose = await names(`select p.oid::regprocedure::text as name ${ours} and prosecdef
      and not coalesce(proconfig, '{}') @> array['search_path=public, pg_temp']`);
    expect(loose).toEqual([]);
  });

  test('no constraint waits for the end of the transaction', async () => {
    const waiting = await names(`select conname as name from pg_constraint
      where condeferrable and connamespace = 'public'::regnamespace`);
    expect(waiting).toEqual([]);
  });
});
