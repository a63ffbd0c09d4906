import { beforeEach, expect, test } from 'vitest';
import { database, makeStore, type Store } from '../../test/harness.ts';
import { makeBooked, makeDone, makeSale } from '../../test/make-sales.ts';

type Way = NonNullable<Parameters<typeof makeSale>[1]>['way'] & {};

let store: Store;
const march = { from: '2026-03-01', to: '2026-03-31' };
const day = (number: number, hour = 15) => `2026-03-${String(number).padStart(2, '0')}T${hour}:00:00.000Z`;

beforeEach(async () => {
  store = await makeStore();
  store.clock.at = day(30);
  // The two deals every store begins with are not part of the sums below.
  await database.owner`update deals set archived_at = now() where workspace_id = ${store.workspaceId}`;
});

test('the funnel counts how far the deals opened in a range have come, and adds up', async () => {
  await makeSale(store, { way: [['New up', day(2)]] });
  await makeSale(store, {
    way: [
      ['New up', day(2)],
      ['Showed', day(3)],
    ],
  });
  await makeSale(store, {
    way: [
      ['New up', day(2)],
      ['Contacted', day(3)],
      ['Lost', day(4)],
    ],
    lost: 'timing',
  });
  await makeSale(store, {
    way: [
      ['New up', day(2)],
      ['F&I', day(3)],
      ['Sold', day(4)],
    ],
    soldOn: '2026-03-04',
  });
  await makeSale(store, {
    way: [
      ['New up', day(2)],
      ['Lost', day(3)],
    ],
    lost: 'spam',
  });
  await makeSale(store, { at: '2026-02-28T15:00:00Z', way: [['New up', day(2)]] });
  const { stages, before } = await store.manager.report.funnel.query(march);
  expect(stages.map((stage) => [stage.name, stage.reached, stage.converted, stage.lost, stage.open])).toEqual([
    ['New up', 4, 3, 0, 1],
    ['Contacted', 3, 2, 1, 0],
    ['Appointment set', 2, 2, 0, 0],
    ['Showed', 2, 1, 0, 1],
    ['Demo drive', 1, 1, 0, 0],
    ['Write-up', 1, 1, 0, 0],
    ['F&I', 1, 1, 0, 0],
    ['Sold', 1, 0, 0, 1],
    ['Delivered', 0, 0, 0, 0],
  ]);
  expect(before.stages[0]).toMatchObject({ reached: 1 });
});

test('a deal moved back counts where it had got to; one moved by mistake and taken back does not', async () => {
  await makeSale(store, {
    way: [
      ['New up', day(2)],
      ['Write-up', day(3)],
      ['Contacted', day(4)],
    ],
  });
  await makeSale(store, {
    way: [
      ['New up', day(2)],
      ['Sold', day(3)],
      ['F&I', day(4)],
    ],
  });
  const { dealId } = await store.ana.deal.create.mutate({ contact: { name: 'Undo Me', phone: '214-555-0188' } });
  const moved = await store.ana.deal.move.mutate({ dealId, stageId: store.stages['Write-up'] });
  await store.ana.change.undo.mutate({ changeId: moved.changeId ?? '' });
  const { stages } = await store.manager.report.funnel.query(march);
  const reached = Object.fromEntries(stages.map((stage) => [stage.name, stage.reached]));
  expect(reached).toMatchObject({ 'New up': 3, 'Write-up': 2, 'F&I': 1, Sold: 0 });
});

test('a range is looked at as it stood when it ended, so that half a month is held against half a month', async () => {
  store.clock.at = day(20);
  const at = '2026-02-03T15:00:00.000Z';
  const later = '2026-02-25T15:00:00.000Z';
  const way: Way = [
    ['New up', at],
    ['Showed', '2026-02-10T15:00:00.000Z'],
  ];
  const closed = { at, since: later, closedAt: later };
  await makeSale(store, { ...closed, way: [...way, ['Sold', later]], soldOn: '2026-02-25' });
  await makeSale(store, { ...closed, way: [...way, ['Lost', later]], lost: 'timing' });
  await makeSale(store, {
    at,
    way: [...way, ['Sold', '2026-02-12T15:00:00.000Z'], ['Delivered', later]],
    soldOn: '2026-02-12',
    since: later,
  });
  const reached = (stages: { name: string; reached: number; lost: number }[], name: string) => {
    const stage = stages.find((each) => each.name === name);
    return [stage?.reached, stage?.lost];
  };
  // 1 to 20 February, seen from 20 March: one was sold by then, nothing was lost yet.
  const { before } = await store.manager.report.funnel.query();
  expect(['Showed', 'Sold', 'Delivered'].map((name) => reached(before.stages, name))).toEqual([
    [3, 0],
    [1, 0],
    [0, 0],
  ]);
  expect((await store.manager.report.summary.query()).before).toMatchObject({ opened: 3, openedSold: 1 });
  const whole = await store.manager.report.funnel.query({ period: 'last_month' });
  expect(['Showed', 'Sold', 'Delivered'].map((name) => reached(whole.stages, name))).toEqual([
    [3, 1],
    [2, 0],
    [1, 0],
  ]);
});

test('closing ratios leave out who never was a customer, by rep and by source', async () => {
  const { rep, otherRep } = store.members;
  await makeSale(store, { source: 'Website', soldOn: '2026-03-05' });
  await makeSale(store, { source: 'Website', lost: 'timing' });
  await makeSale(store, { source: 'Website', lost: 'wrong_number' });
  await makeSale(store, { source: 'Phone', owner: otherRep });
  await makeSale(store, { source: null, owner: null, soldOn: '2026-03-30' });
  const reps = (await store.manager.report.byRep.query(march)).items;
  expect(reps.map(({ memberId, opened, sold, closingRatio }) => [memberId, opened, sold, closingRatio])).toEqual([
    [rep, 2, 1, 0.5],
    [otherRep, 1, 0, 0],
    [null, 1, 1, 1],
  ]);
  const sources = (await store.manager.report.bySource.query(march)).items;
  expect(sources.map(({ source, opened, closingRatio }) => [source, opened, closingRatio])).toEqual([
    ['Website', 2, 0.5],
    ['Phone', 1, 0],
    [null, 1, 1],
  ]);
  expect(await store.manager.report.summary.query(march)).toMatchObject({
    opened: 4,
    openedSold: 2,
    closingRatio: 0.5,
  });
  expect(await store.manager.report.summary.query({ ...march, source: 'Website' })).toMatchObject({ opened: 2 });
  expect(await store.manager.report.summary.query({ ...march, memberId: 'nobody' })).toMatchObject({ opened: 1 });
});

test('what a dealership calls bad is left out, and what it does not is counted', async () => {
  const own = [
    { key: 'employee', name: 'Employee', bad: true, hidden: false },
    { key: 'spam', name: 'Spam', bad: false, hidden: false },
  ];
  await database.owner`update workspaces set lost_reasons = ${database.owner.json(own)} where workspace_id = ${store.workspaceId}`;
  for (const lost of ['employee', 'spam', 'duplicate', 'timing']) await makeSale(store, { lost, value: 100 });
  expect(await store.manager.report.summary.query(march)).toMatchObject({ opened: 2 });
  const lost = await store.manager.report.lostReasons.query(march);
  expect(lost.items.map(({ name, count }) => [name, count]).toSorted()).toEqual([
    ['Spam', 1],
    ['Timing', 1],
  ]);
  expect(lost.bad.map(({ name, count }) => [name, count]).toSorted()).toEqual([
    ['Duplicate', 1],
    ['Employee', 1],
  ]);
  expect(lost).toMatchObject({ count: 2, before: 0 });
});

test('a day ends at the dealership’s midnight, also on the days on which the clocks change', async () => {
  // 8 March 2026 in Chicago lasts from 06:00Z to 05:00Z: 23 hours.
  for (const at of ['2026-03-08T05:59:59Z', '2026-03-08T06:00:00Z', '2026-03-09T04:59:59Z', '2026-03-09T05:00:00Z'])
    await makeSale(store, { at });
  const opened = async (from: string, to = from) => (await store.manager.report.summary.query({ from, to })).opened;
  expect([await opened('2026-03-07'), await opened('2026-03-08'), await opened('2026-03-09')]).toEqual([1, 2, 1]);
  // 1 November lasts 25 hours, from 05:00Z to 06:00Z.
  for (const at of ['2026-11-01T04:59:59Z', '2026-11-01T05:00:00Z', '2026-11-02T05:59:59Z', '2026-11-02T06:00:00Z'])
    await makeSale(store, { at });
  expect([await opened('2026-10-31'), await opened('2026-11-01'), await opened('2026-11-02')]).toEqual([1, 2, 1]);
  // 29 February 2028 is a day like any other.
  await makeSale(store, { at: '2028-03-01T05:59:59Z' });
  expect([await opened('2028-02-29'), await opened('2028-03-01')]).toEqual([1, 0]);
});

test('appointments count customers: due, shown, sold since, missed, or still to come', async () => {
  const bought = await makeSale(store, { soldOn: '2026-03-10' });
  await makeBooked(store, bought, day(9), 'no_show');
  await makeBooked(store, bought, day(10), 'showed');
  const before = await makeSale(store, { soldOn: '2026-03-01' });
  await makeBooked(store, before, day(12), 'showed', 'demo');
  await makeBooked(store, await makeSale(store), day(11), 'no_show');
  await makeBooked(store, await makeSale(store), day(31), 'confirmed');
  await makeBooked(store, await makeSale(store), day(5), 'cancelled');
  await makeBooked(store, await makeSale(store), day(5), 'showed', 'delivery');
  const { appointments } = await store.manager.report.funnel.query(march);
  expect(appointments).toEqual({ set: 3, shown: 2, missed: 1, sold: 1, coming: 1 });
  expect(await store.manager.report.summary.query(march)).toMatchObject({ showRate: 2 / 3 });
});

test('be-backs are customers who were in the store again', async () => {
  const twice = await makeSale(store);
  await makeDone(store, twice, day(3), { kind: 'visit' });
  await makeDone(store, twice, day(5), { kind: 'visit', beBack: true });
  await makeDone(store, await makeSale(store), day(4), { kind: 'visit' });
  await makeDone(store, await makeSale(store), day(4), { kind: 'call' });
  expect(await store.manager.report.summary.query(march)).toMatchObject({ visited: 2, beBacks: 1, beBackRate: 0.5 });
});
