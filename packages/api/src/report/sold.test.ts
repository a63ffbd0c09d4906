import { beforeEach, expect, test } from 'vitest';
import { database, makeStore, type Store } from '../../test/harness.ts';
import { makeSale } from '../../test/make-sales.ts';

let store: Store;
const march = { from: '2026-03-01', to: '2026-03-31' };

beforeEach(async () => {
  store = await makeStore();
});

test('units and gross are those of the days sold on, beside the same days last month', async () => {
  // It is 2 March: two days this month, two days last month.
  await makeSale(store, { soldOn: '2026-03-01', front: 120_000, back: 80_000, condition: 'new' });
  await makeSale(store, { soldOn: '2026-03-02', front: -30_050, back: 15_000, condition: 'used' });
  await makeSale(store, { soldOn: '2026-03-02' });
  await makeSale(store, { soldOn: '2026-02-02', front: 100_000, back: 50_000, condition: 'used' });
  await makeSale(store, { soldOn: '2026-02-03', front: 700_000, condition: 'used' });
  await makeSale(store, { soldOn: '2026-01-31', front: 900_000 });
  const summary = await store.manager.report.summary.query();
  expect(summary).toMatchObject({
    range: { from: '2026-03-01', to: '2026-03-02' },
    units: 3,
    unitsNew: 1,
    unitsUsed: 1,
    frontGrossCents: 89_950,
    backGrossCents: 95_000,
    withoutGross: 1,
    before: { units: 1, unitsUsed: 1, frontGrossCents: 100_000, backGrossCents: 50_000 },
  });
  expect(summary.days.map(({ date, units }) => [date, units])).toEqual([
    ['2026-03-01', 1],
    ['2026-03-02', 2],
  ]);
  // The line it is drawn against runs to the end of last month.
  expect(summary.paceDays.map(({ date }) => date)).toEqual(['2026-02-02', '2026-02-03']);
});

test('what was delivered counts on its own day', async () => {
  await makeSale(store, { soldOn: '2026-02-27', deliveredOn: '2026-03-01', stage: 'Delivered' });
  await makeSale(store, { soldOn: '2026-03-01' });
  expect(await store.manager.report.summary.query()).toMatchObject({ units: 1, delivered: 1 });
});

test('half deals split unit and gross to the cent, and the owner has the rest', async () => {
  const { rep, otherRep, manager } = store.members;
  await makeSale(store, { soldOn: '2026-03-01', front: 100_001, back: 33_333, shares: { [otherRep]: 50 } });
  await makeSale(store, { soldOn: '2026-03-02', front: 90_000, back: 0, shares: { [otherRep]: 33, [manager]: 0 } });
  const { items } = await store.manager.report.byRep.query(march);
  const of = (id: string) => items.find(({ memberId }) => memberId === id);
  // 50,000.5 is rounded up for who shares; 33 % of 90,000 is 29,700.
  expect(of(otherRep)).toMatchObject({ units: 0.83, unitDeals: 2, frontGrossCents: 79_701, backGrossCents: 16_667 });
  expect(of(rep)).toMatchObject({ units: 1.17, unitDeals: 2, frontGrossCents: 110_300, backGrossCents: 16_666 });
  expect(of(manager)).toBeUndefined();
  expect(await store.manager.report.summary.query(march)).toMatchObject({ units: 2, frontGrossCents: 190_001 });
});

test('a rep sees their own figures, whatever they ask for, and managers the floor', async () => {
  const { rep, otherRep } = store.members;
  await makeSale(store, { soldOn: '2026-03-01', front: 100_000, shares: { [otherRep]: 50 } });
  await makeSale(store, { soldOn: '2026-03-01', owner: otherRep, front: 10_000 });
  expect(await store.ana.report.summary.query(march)).toMatchObject({ units: 0.5, frontGrossCents: 50_000 });
  const asked = { ...march, memberId: otherRep };
  expect(await store.ana.report.summary.query(asked)).toMatchObject({ units: 0.5 });
  expect((await store.ana.report.byRep.query(march)).items.map(({ memberId }) => memberId)).toEqual([rep]);
  expect(await store.ben.report.summary.query(march)).toMatchObject({ units: 1.5, frontGrossCents: 60_000 });
  expect(await store.manager.report.summary.query(march)).toMatchObject({ units: 2, frontGrossCents: 110_000 });
  expect(await store.manager.report.summary.query(asked)).toMatchObject({ units: 1.5 });
});

test('a deal that is put away is no unit any more', async () => {
  const dealId = await makeSale(store, { soldOn: '2026-03-01' });
  await database.owner`update deals set archived_at = now() where id = ${dealId}`;
  expect(await store.manager.report.summary.query(march)).toMatchObject({ units: 0, days: [] });
});

test('the month of a unit is the dealership’s, not the server’s', async () => {
  // 1 March, 5:30 in the morning in Kolkata, while Chicago still has 28 February.
  store.clock.at = '2026-03-01T00:00:00.000Z';
  await makeSale(store, { soldOn: '2026-03-01' });
  expect(await store.manager.report.summary.query()).toMatchObject({ range: { from: '2026-02-01', to: '2026-02-28' } });
  await database.owner`update workspaces set time_zone = 'Asia/Kolkata' where workspace_id = ${store.workspaceId}`;
  expect(await store.manager.report.summary.query()).toMatchObject({ range: { to: '2026-03-01' }, units: 1 });
});
