import { makeDeal, makeTask } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore } from '../../test/harness.ts';
import { todayBounds } from './today.rules.ts';

test('a day, its week and its month begin when they do at the dealership', () => {
  expect(todayBounds(new Date('2026-03-08T04:00:00Z'), 'America/Chicago')).toEqual({
    date: '2026-03-07',
    from: '2026-03-07T06:00:00.000Z',
    to: '2026-03-08T06:00:00.000Z',
    yesterday: '2026-03-06T06:00:00.000Z',
    // The clocks go forward on the 8th.
    upcomingTo: '2026-03-15T05:00:00.000Z',
    weekFrom: '2026-03-02T06:00:00.000Z',
    monthFirst: '2026-03-01',
  });
});

test('follow-ups are overdue, due today or upcoming by the dealership’s clock', async () => {
  const { ana, members, workspaceId } = await makeStore();
  const tasks = {
    'last week': '2026-02-25T15:00:00Z',
    'an hour ago': '2026-03-02T14:00:00Z',
    'this evening': '2026-03-03T01:00:00Z',
    'on Friday': '2026-03-06T15:00:00Z',
    'next month': '2026-04-06T15:00:00Z',
  };
  for (const [title, dueAt] of Object.entries(tasks))
    await makeTask(database.owner, workspaceId, { title, dueAt, memberId: members.rep });
  await makeTask(database.owner, workspaceId, {
    title: 'done',
    dueAt: tasks['last week'],
    doneAt: '2026-03-01T15:00:00Z',
    memberId: members.rep,
  });
  await ana.task.create.mutate({ title: 'some time today', dueAt: '2026-03-02T06:00:00Z', allDay: true });
  const today = await ana.today.get.query();
  const titles = (items: { title: string }[]) => items.map((item) => item.title);
  expect(today.date).toBe('2026-03-02');
  expect(titles(today.overdue)).toEqual(['last week', 'an hour ago']);
  expect(titles(today.dueToday)).toEqual(['some time today', 'this evening']);
  expect(titles(today.upcoming)).toEqual(['on Friday']);
});

test('a manager has their own tasks, and the floor’s appointments, deals and changes; with floor everybody’s tasks', async () => {
  const { ana, ben, manager, deals } = await makeStore();
  await ana.task.create.mutate({ dealId: deals.ana.dealId, title: 'Ana’s', dueAt: '2026-03-02T20:00:00Z' });
  await manager.task.create.mutate({ title: 'the manager’s', dueAt: '2026-03-02T21:00:00Z' });
  await ben.appointment.create.mutate({ dealId: deals.ben.dealId, startsAt: '2026-03-02T20:00:00Z' });
  const today = await manager.today.get.query();
  expect(today.dueToday).toMatchObject([{ title: 'the manager’s' }]);
  expect(today.appointments).toMatchObject([{ contactName: "John O'Brien" }]);
  expect(today.changes.map((change) => change.memberName)).toEqual(['Ben Rep', 'Max Manager', 'Ana Rep']);
  expect(today.counts).toEqual({ openDeals: 2, openCents: 10_000_000, newThisWeek: 2, soldThisMonth: 0 });
  expect((await manager.today.get.query({ floor: true })).dueToday).toHaveLength(2);
  expect((await ana.today.get.query()).appointments).toEqual([]);
});

test('deals sold this month are counted', async () => {
  const { ana, deals, stages } = await makeStore();
  await ana.deal.move.mutate({ dealId: deals.ana.dealId, stageId: stages.Sold });
  expect((await ana.today.get.query()).counts).toMatchObject({ openDeals: 0, soldThisMonth: 1 });
});

test('deals that stand longer than this store’s usually do are quiet', async () => {
  const store = await makeStore();
  const { ana, stages, members, clock } = store;
  const quick = await Promise.all([1, 2, 3].map(() => makeDeal(database.owner, store, { ownerId: members.otherRep })));
  clock.at = '2026-03-04T15:00:00.000Z';
  for (const { dealId } of quick) await store.ben.deal.move.mutate({ dealId, stageId: stages.Contacted });
  expect((await ana.today.get.query()).quietDeals).toEqual([]);
  clock.at = '2026-03-05T15:00:00.000Z';
  expect((await ana.today.get.query()).quietDeals).toMatchObject([{ contactName: 'Maria Lopez' }]);
});
