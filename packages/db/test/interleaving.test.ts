import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { connect } from '../src/index.ts';
import { type MadeWorkspace, madeAt, makeDeal, makeWorkspace, testDatabase } from './database.ts';
import { own } from './scopes.ts';

const { owner, appUrl } = await testDatabase();

interface Told {
  workspace: string;
  member: string;
  deals: string[];
}

test('2,000 interleaved transactions, a tenth of them aborted, stay each in its own tenant', async () => {
  const db = await connect(appUrl, { size: 5, waitMs: 60_000 });
  const workspaces = await Promise.all(Array.from({ length: 4 }, () => withDeals()));
  let aborted = 0;
  const run = async (turn: number) => {
    const { workspace, deals } = workspaces[turn % workspaces.length] ?? (await withDeals());
    const { workspaceId, members } = workspace;
    const memberId = turn % 3 === 0 ? members.rep : members.otherRep;
    const told = await db
      .tenant(own(workspaceId, memberId), async (tx): Promise<Told | null> => {
        const [row] = await tx.execute(sql`select current_setting('app.workspace_id') as workspace,
        current_setting('app.member_id') as member, array(select id::text from deals)::text[] as deals`);
        const company = sql`insert into companies (workspace_id, id, name, owner_id, created_at)
        values (${workspaceId}, ${newId()}, ${`turn ${turn}`}, ${memberId}, ${madeAt})`;
        await tx.execute(company);
        if (turn % 10 === 0) throw new Error('aborted on purpose');
        return row as unknown as Told;
      })
      .catch((error: Error) => {
        if (error.message !== 'aborted on purpose') throw error;
        aborted += 1;
        return null;
      });
    if (!told) return;
    expect(told.workspace).toBe(workspaceId);
    expect(told.member).toBe(memberId);
    expect(String(told.deals)).toBe(`{${deals[memberId]}}`);
  };
  await Promise.all(Array.from({ length: 2_000 }, (_, turn) => run(turn)));
  expect(aborted).toBe(200);
  const [count] =
    await owner`select count(*)::int as written, count(*) filter (where visible_to <> array[owner_id])::int as astray from companies`;
  expect(count).toEqual({ written: 1_800, astray: 0 });
  await db.close();
});

/** A dealership in which both reps have one deal each. */
async function withDeals(): Promise<{ workspace: MadeWorkspace; deals: Record<string, string> }> {
  const workspace = await makeWorkspace(owner);
  const { rep, otherRep } = workspace.members;
  const deals = [await makeDeal(owner, workspace), await makeDeal(owner, workspace, { ownerId: otherRep })];
  return { workspace, deals: { [rep]: String(deals[0]?.dealId), [otherRep]: String(deals[1]?.dealId) } };
}
