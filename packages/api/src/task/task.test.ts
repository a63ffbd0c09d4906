import { expect, test } from 'vitest';
import { makeStore, refusal } from '../../test/harness.ts';

test('a task on a deal is one’s own unless somebody else is named', async () => {
  const { ana, manager, members, deals } = await makeStore();
  const { dealId, contactId } = deals.ana;
  const made = await ana.task.create.mutate({ dealId, title: 'Call back', dueAt: '2026-03-06T21:00:00Z' });
  expect(made).toMatchObject({
    dealId,
    contactId,
    contactName: 'Maria Lopez',
    title: 'Call back',
    dueAt: '2026-03-06T21:00:00.000Z',
    allDay: false,
    doneAt: null,
    memberId: members.rep,
  });
  const given = await manager.task.create.mutate({ dealId, title: 'Send numbers', memberId: members.otherRep });
  expect(given).toMatchObject({ memberId: members.otherRep, dueAt: null });
});

test('a task given to a rep who does not see the deal is seen by that rep, without the customer', async () => {
  const { ben, manager, members, deals } = await makeStore();
  await manager.task.create.mutate({ dealId: deals.ana.dealId, title: 'Fetch the car', memberId: members.otherRep });
  expect((await ben.task.list.query()).items).toMatchObject([{ title: 'Fetch the car', contactName: null }]);
});

test('a rep gives others only tasks about the rep’s own customers', async () => {
  const { ana, members, deals } = await makeStore();
  expect(await refusal(ana.task.create.mutate({ title: 'Wash my car', memberId: members.otherRep }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(
    await ana.task.create.mutate({ title: 'Take a turn', dealId: deals.ana.dealId, memberId: members.manager }),
  ).toMatchObject({ memberId: members.manager });
});

test('a task is ticked off once, opened again, and both can be told apart', async () => {
  const { ana, deals } = await makeStore();
  const { dealId } = deals.ana;
  const { taskId } = await ana.task.create.mutate({ dealId, title: 'Call back' });
  expect(await ana.task.complete.mutate({ taskId })).toMatchObject({ doneAt: '2026-03-02T15:00:00.000Z' });
  expect(await ana.task.complete.mutate({ taskId })).toMatchObject({ changeId: null });
  expect((await ana.task.list.query({ dealId, done: false })).items).toEqual([]);
  expect(await ana.task.complete.mutate({ taskId, done: false })).toMatchObject({ doneAt: null });
  const { items } = await ana.change.list.query({ dealId });
  expect(items.map((item) => item.summary)).toEqual([
    'opened again: Call back',
    'did: Call back',
    'promised: Call back',
  ]);
});

test('an update moves a task or gives it away; a stale one is refused', async () => {
  const { ana, ben, members, deals } = await makeStore();
  const { taskId } = await ana.task.create.mutate({ dealId: deals.ana.dealId, title: 'Call back' });
  expect(await ana.task.update.mutate({ taskId, dueAt: '2026-03-04T15:00:00Z', version: 1 })).toMatchObject({
    dueAt: '2026-03-04T15:00:00.000Z',
    version: 2,
  });
  expect(await refusal(ana.task.update.mutate({ taskId, title: 'x', version: 1 }))).toMatchObject({ code: 'CONFLICT' });
  await ana.task.update.mutate({ taskId, memberId: members.otherRep });
  expect((await ben.task.list.query()).items).toMatchObject([{ taskId }]);
  expect((await ana.task.list.query()).items).toEqual([]);
});

test('a rep who was given a task cannot pass it on unseen', async () => {
  const { ben, manager, members } = await makeStore();
  const { taskId } = await manager.task.create.mutate({ title: 'Check the lot', memberId: members.otherRep });
  expect(await refusal(ben.task.update.mutate({ taskId, memberId: members.rep }))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await ben.task.complete.mutate({ taskId })).toMatchObject({ taskId });
});

test('open tasks come first, by when they are due, those without a date last; page by page', async () => {
  const { ana } = await makeStore();
  const titles = ['b', 'none', 'a', 'done'];
  const due: Record<string, string> = {
    a: '2026-03-02T10:00:00Z',
    b: '2026-03-03T10:00:00Z',
    done: '2026-03-01T10:00:00Z',
  };
  for (const title of titles) {
    const { taskId } = await ana.task.create.mutate({ title, dueAt: due[title] });
    if (title === 'done') await ana.task.complete.mutate({ taskId });
  }
  const first = await ana.task.list.query({ limit: 3 });
  const second = await ana.task.list.query({ limit: 3, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map((item) => item.title)).toEqual(['a', 'b', 'none', 'done']);
});
