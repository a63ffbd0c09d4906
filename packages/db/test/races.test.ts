import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { type MadeWorkspace, madeAt, makeContact, makeDeal, makeWorkspace, testDatabase } from './database.ts';

// Two transactions at once, each written before the other commits: whoever is second has to see what the first has done.
const { owner, ownerUrl } = await testDatabase();
const first = postgres(ownerUrl, { max: 1, onnotice: () => {} });
const second = postgres(ownerUrl, { max: 1, onnotice: () => {} });
afterAll(() => Promise.all([first.end(), second.end()]));

/** Runs both statements in transactions that overlap: the second starts, and may wait, before the first commits. */
async function overlap(one: (sql: postgres.Sql) => Promise<unknown>, two: (sql: postgres.Sql) => Promise<unknown>) {
  await first`begin`;
  await one(first);
  await second`begin`;
  const [backend] = await second`select pg_backend_pid() as pid`;
  const running = two(second).then(() => second`commit`);
  await settledOrWaiting(running, backend?.pid);
  await first`commit`;
  await running;
}

/** Resolves when the work is done or its connection waits for a lock. */
async function settledOrWaiting(work: Promise<unknown>, pid: number): Promise<void> {
  let done = false;
  work.then(() => {
    done = true;
  });
  while (!done) {
    const waiting = await owner`select 1 from pg_locks where pid = ${pid} and not granted`;
    if (waiting.length > 0) return;
  }
}

const viewers = async (table: string, id: string) => {
  const [row] = await owner`select visible_to from ${owner(table)} where id = ${id}`;
  return [...(row?.visible_to ?? [])].sort();
};

describe('at the same time', () => {
  test('a share and a new owner both count', async () => {
    const workspace = await makeWorkspace(owner);
    const { members } = workspace;
    const { dealId } = await makeDeal(owner, workspace);
    const share = {
      workspace_id: workspace.workspaceId,
      deal_id: dealId,
      member_id: members.readOnly,
      created_at: madeAt,
    };
    await overlap(
      (sql) => sql`update deals set owner_id = ${members.otherRep} where id = ${dealId}`,
      (sql) => sql`insert into deal_shares ${sql(share)}`,
    );
    expect(await viewers('deals', dealId)).toEqual([members.otherRep, members.readOnly].sort());
  });

  test('two deals of one customer are seen, and the customer with them', async () => {
    const workspace = await makeWorkspace(owner);
    const { members } = workspace;
    const contactId = await makeContact(owner, workspace.workspaceId);
    const at = (sql: postgres.Sql, id: string, number: number, ownerId: string) =>
      sql`insert into deals ${sql({ ...numberless(workspace, contactId), id, number, owner_id: ownerId })}`;
    const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
    await overlap(
      (sql) => at(sql, one, 1, members.rep),
      (sql) => at(sql, two, 2, members.otherRep),
    );
    expect(await viewers('contacts', contactId)).toEqual([members.rep, members.otherRep].sort());
  });

  test('what is logged on a deal while it is handed over is seen by the new owner', async () => {
    const workspace = await makeWorkspace(owner);
    const { workspaceId, members } = workspace;
    const { dealId } = await makeDeal(owner, workspace);
    const log = (sql: postgres.Sql, id: string) =>
      sql`insert into activities ${sql({ workspace_id: workspaceId, id, deal_id: dealId, kind: 'note', via: 'web', occurred_at: madeAt, created_at: madeAt })}`;
    const handOver = (sql: postgres.Sql, to: string) => sql`update deals set owner_id = ${to} where id = ${dealId}`;
    const [before, after] = [crypto.randomUUID(), crypto.randomUUID()];
    await overlap(
      (sql) => log(sql, before),
      (sql) => handOver(sql, members.otherRep),
    );
    expect(await viewers('activities', before)).toEqual([members.otherRep]);
    await overlap(
      (sql) => handOver(sql, members.rep),
      (sql) => log(sql, after),
    );
    expect(await viewers('activities', after)).toEqual([members.rep]);
  });
});

const numberless = (workspace: MadeWorkspace, contactId: string) => ({
  workspace_id: workspace.workspaceId,
  title: 'Tahoe',
  contact_id: contactId,
  pipeline_id: workspace.pipelineId,
  stage_id: workspace.stages['New up'],
  stage_since: madeAt,
  created_at: madeAt,
});
