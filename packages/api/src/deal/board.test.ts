import { makeDeal, makeTask } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore } from '../../test/harness.ts';

test('a filtered board counts and sums what the filter lets through, and nothing else', async () => {
  const store = await makeStore();
  const { owner } = database;
  const { workspaceId, members, manager } = store;
  const late = await makeDeal(owner, store, { ownerId: members.rep, valueCents: 100 });
  const done = await makeDeal(owner, store, { ownerId: null, valueCents: 200 });
  const old = await makeDeal(owner, store, { ownerId: members.rep, valueCents: 400 });
  const about = ({ dealId, contactId }: typeof late) => ({ dealId, contactId, memberId: members.rep, title: 'Call' });
  await makeTask(owner, workspaceId, { ...about(late), dueAt: '2026-03-02T14:00:00Z' });
  await makeTask(owner, workspaceId, { ...about(done), dueAt: '2026-03-02T14:00:00Z' });
  await owner`update tasks set done_at = now() where deal_id = ${done.dealId}`;
  await makeTask(owner, workspaceId, { ...about(old), dueAt: '2026-03-02T22:00:00Z' });
  await owner`update deals set created_at = '2026-02-20T15:00:00Z' where workspace_id = ${workspaceId}`;
  await owner`update deals set created_at = '2026-03-02T06:00:00Z' where id = ${done.dealId}`;

  const sums = async (filter: Parameters<typeof manager.deal.board.query>[0]) => {
    const { stages } = await manager.deal.board.query(filter);
    return stages.flatMap(({ count, totalCents }) => (count > 0 ? [[count, totalCents]] : []));
  };
  expect(await sums({ overdue: true })).toEqual([[1, 100]]);
  expect(await sums({ newToday: true })).toEqual([[1, 200]]);
  expect(await sums({ unowned: true })).toEqual([[1, 200]]);
  expect(await sums({ unowned: true, overdue: true })).toEqual([]);
});
