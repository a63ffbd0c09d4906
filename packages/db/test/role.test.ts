import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from './database.ts';
import { sqlState } from './scopes.ts';
import { authTables, directoryTables, heldTables } from './tables.ts';

const { owner, appUrl } = await testDatabase();
const app = postgres(appUrl, { max: 1, onnotice: () => {} });
afterAll(() => app.end());

const refused = async (statement: string) => expect(await sqlState(app.unsafe(statement))).toBe('42501');

describe("the server's login", () => {
  test('is no superuser, bypasses no policy, and makes no roles or databases', async () => {
    const [role] = await app`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
      from pg_roles where rolname = current_user`;
    expect(Object.values(role ?? {})).toEqual([false, false, false, false, false]);
  });

  test('is called app, owns nothing and is a member of no other role', async () => {
    const [row] = await app`select current_user as name,
      (select count(*)::int from pg_class where relowner = current_user::regrole) as relations,
      (select count(*)::int from pg_proc where proowner = current_user::regrole) as functions,
      (select count(*)::int from pg_auth_members where member = current_user::regrole) as memberships`;
    expect(row).toEqual({ name: 'app', relations: 0, functions: 0, memberships: 0 });
  });

  test('cannot become the owner', () => refused('set role beback_owner'));

  test('makes nothing in the product’s schemas', async () => {
    for (const schema of ['public', 'app', 'auth', 'drizzle']) await refused(`create table ${schema}.mine (id int)`);
  });

  test('cannot switch row-level security off', async () => {
    await refused('alter table deals disable row level security');
    await refused('drop policy tenant on deals');
    expect(await sqlState(app.begin((sql) => [sql`set local row_security = off`, sql`select * from deals`]))).toBe(
      '42501',
    );
  });

  test.each(directoryTables)('cannot touch the directory %s', async (table) => {
    await refused(`select * from ${table}`);
    await refused(`delete from ${table}`);
    await refused(`truncate ${table}`);
    await refused(`insert into ${table} default values`);
  });

  test('cannot rewrite or erase the record of changes', async () => {
    await refused('update changes set summary = summary');
    await refused('delete from changes');
    await refused('truncate changes');
  });

  test.each(Object.entries(heldTables))('has on %s the rights it needs and no others', async (table, verbs) => {
    const rows = await app`select lower(privilege_type) as verb from information_schema.role_table_grants
      where grantee = current_user and table_schema = 'public' and table_name = ${table}`;
    expect(rows.map(({ verb }) => verb).sort()).toEqual([...verbs].sort());
  });

  test('calls the look-ups and app.enter, and no function that keeps the tables true', async () => {
    const rows = await owner`select p.proname as name from pg_proc p
      where p.pronamespace = 'app'::regnamespace and has_function_privilege('app', p.oid, 'execute')`;
    const lookUps = [
      'actor_for_clerk',
      'actor_for_email',
      'actor_for_key',
      'actor_for_phone',
      'actor_for_session',
      'actor_for_slack',
      'demo_people',
      'due_appointments',
      'open_invitations',
      'open_workspaces',
      'person_for_session',
      'workspaces_of',
    ];
    const keptOutsideOfTenants = ['forget_expired', 'put_link_code', 'take_link_code', 'take_share'];
    const inTenant = ['contact_key_exists', 'contact_search_text', 'enter', 'search_key', 'unowned_viewers'];
    expect(rows.map(({ name }) => name).sort()).toEqual(
      [...lookUps, ...keptOutsideOfTenants, ...inTenant, 'freshen_statistics'].sort(),
    );
  });

  test('reads and writes the sign-in tables, which belong to people and not to tenants', async () => {
    for (const table of authTables)
      expect(await sqlState(app.unsafe(`select * from auth."${table}"`))).toBe('no error');
  });
});
