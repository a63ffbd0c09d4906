import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../database.ts';
import { heldTables } from '../tables.ts';
import { isolationFailures, makeWorld } from './suite.ts';

const { owner, appUrl } = await testDatabase();
const app = postgres(appUrl, { max: 1, onnotice: () => {} });
afterAll(() => app.end());
const world = await makeWorld(owner);

describe('isolation', () => {
  test('is tried on every table that policies hold', () => {
    expect(Object.keys(world.rows).sort()).toEqual(Object.keys(heldTables).sort());
  });

  test.each(Object.keys(heldTables))('holds on %s for every verb and every viewer', async (table) => {
    expect(await isolationFailures(app, world, [table])).toEqual([]);
  });

  test('holds without a condition: a viewer reads no row of another workspace, and some of their own', async () => {
    for (const table of Object.keys(heldTables)) {
      const rows = await app.begin(async (sql) => {
        await sql`select app.enter(${world.there.workspaceId}, ${world.there.members.rep}, 'own')`;
        return sql`select distinct workspace_id from ${sql(table)}`;
      });
      expect([table, rows.map((row) => row.workspace_id)]).toEqual([table, [world.there.workspaceId]]);
    }
  });

  test('lets one bit through: that a phone is known at this store, and only at this one', async () => {
    const [key] = await owner`select key from contact_keys
      where workspace_id = ${world.here.workspaceId} and key like 'phone:%'`;
    const known = (at: string, about: string) =>
      app.begin(async (sql) => {
        await sql`select app.enter(${at}, ${null}, 'own')`;
        const [row] = await sql`select app.contact_key_exists(${about}, ${key?.key}) as known`;
        return row?.known;
      });
    const [here, there] = [world.here.workspaceId, world.there.workspaceId];
    expect([await known(here, here), await known(there, here), await known(there, there)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('does not outlive the transaction: the same connection then sees nothing', async () => {
    await app.begin((sql) => sql`select app.enter(${world.here.workspaceId}, ${null}, 'floor')`);
    for (const table of Object.keys(heldTables)) expect(await app`select 1 from ${app(table)}`).toHaveLength(0);
  });
});
