import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { cloneDatabase, dropDatabase, testDatabase } from '../database.ts';
import { heldTables, visibleTables } from '../tables.ts';
import { isolationFailures, makeWorld } from './suite.ts';

// A suite that cannot fail proves nothing: here the policies are broken, one way at a time, and it has to notice.
const { owner, appUrl } = await testDatabase();
const app = postgres(appUrl, { max: 1, onnotice: () => {} });
afterAll(() => app.end());
const world = await makeWorld(owner);

const sameWorkspace = `workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid`;

/** Breaks one table, runs the suite on it, and mends it again. */
async function failuresWith(table: string, sabotage: string[]): Promise<string[]> {
  const [policy] = await owner`select qual, with_check from pg_policies
    where schemaname = 'public' and tablename = ${table} and policyname = 'tenant'`;
  for (const statement of sabotage) await owner.unsafe(statement);
  try {
    return await isolationFailures(app, world, [table]);
  } finally {
    await owner.unsafe(`drop policy if exists tenant on ${table}`);
    await owner.unsafe(`create policy tenant on ${table} using (${policy?.qual}) with check (${policy?.with_check})`);
    await owner.unsafe(`alter table ${table} enable row level security`);
  }
}

describe('the isolation suite fails', () => {
  test('where every policy was dropped and nothing is held to anything', async () => {
    const clone = await cloneDatabase();
    const ownerThere = postgres(clone.ownerUrl, { max: 1, onnotice: () => {} });
    const appThere = postgres(clone.appUrl, { max: 1, onnotice: () => {} });
    try {
      for (const table of Object.keys(heldTables)) {
        await ownerThere.unsafe(`drop policy tenant on ${table}`);
        await ownerThere.unsafe(`alter table ${table} disable row level security`);
      }
      const failures = await isolationFailures(appThere, await makeWorld(ownerThere));
      for (const table of Object.keys(heldTables)) {
        expect(
          failures.some((failure) => failure.startsWith(`nobody: select ${table} `)),
          table,
        ).toBe(true);
      }
    } finally {
      await Promise.all([ownerThere.end(), appThere.end()]);
      await dropDatabase(clone.ownerUrl);
    }
  });

  describe.each(Object.keys(heldTables))('where the policy of %s', (table) => {
    test('was dropped: its rightful viewers see nothing', async () => {
      const failures = await failuresWith(table, [`drop policy tenant on ${table}`]);
      expect(failures).toContain(`rep: select ${table} of rep came out as nothing`);
    });

    test('is not in force: everybody sees everything', async () => {
      const failures = await failuresWith(table, [`alter table ${table} disable row level security`]);
      expect(failures).toContain(`nobody: select ${table} of rep came out as done`);
      expect(failures).toContain(`stranger: select ${table} of rep came out as done`);
    });

    test('forgets the workspace', async () => {
      const failures = await failuresWith(table, [
        `drop policy tenant on ${table}`,
        `create policy tenant on ${table} using (current_setting('app.sees', true) = 'floor')`,
      ]);
      expect(failures).toContain(`strange manager: select ${table} of rep came out as done`);
    });
  });

  test.each(Object.keys(visibleTables))('where the policy of %s forgets who may see the row', async (table) => {
    const failures = await failuresWith(table, [
      `drop policy tenant on ${table}`,
      `create policy tenant on ${table} using (${sameWorkspace})`,
    ]);
    expect(failures).toContain(`other rep: select ${table} of rep came out as done`);
  });

  const written = Object.keys(heldTables).filter((table) => heldTables[table]?.includes('insert'));
  test.each(written)('where the policy of %s checks nothing that is written', async (table) => {
    const failures = await failuresWith(table, [`alter policy tenant on ${table} with check (true)`]);
    expect(failures.some((failure) => failure.includes(': insert '))).toBe(true);
  });

  test('no more once everything is mended', async () => {
    expect(await isolationFailures(app, world)).toEqual([]);
  });
});
