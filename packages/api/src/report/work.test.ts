import { beforeEach, expect, test } from 'vitest';
import { database, makeStore, type Store } from '../../test/harness.ts';
import { makeDone, makeSale } from '../../test/make-sales.ts';

let store: Store;
const march = { from: '2026-03-01', to: '2026-03-31' };

beforeEach(async () => {
  store = await makeStore();
  await database.owner`update deals set archived_at = now() where workspace_id = ${store.workspaceId}`;
});

test('a lead waits until a person answers: automatic replies, notes and walk-ins do not count', async () => {
  const at = '2026-03-10T15:00:00.000Z';
  const answered = async (occurredAt: string | null, source = 'Website') => {
    const dealId = await makeSale(store, { at, source });
    if (occurredAt) await makeDone(store, dealId, occurredAt);
    return dealId;
  };
  const robot = await answered('2026-03-10T15:12:00.000Z');
  await makeDone(store, robot, '2026-03-10T15:00:05.000Z', { kind: 'email', via: 'job' });
  await makeDone(store, robot, '2026-03-10T15:00:06.000Z', { kind: 'text', memberId: null });
  await makeDone(store, robot, '2026-03-10T15:00:07.000Z', { kind: 'note' });
  await makeDone(store, robot, '2026-03-10T14:00:00.000Z', { kind: 'call' });
  await answered('2026-03-10T15:05:00.000Z', 'Cars.com');
  await answered('2026-03-10T15:50:00.000Z', 'Referral');
  await answered('2026-03-11T15:00:00.000Z');
  await answered('2026-03-13T15:00:00.000Z');
  await answered(null);
  await answered('2026-03-10T15:00:00.000Z', 'Walk-in');
  await answered('2026-03-10T15:00:00.000Z', 'Phone');
  // 5, 12, 50, 1,440 and 4,320 minutes, and one that nobody answered.
  expect(await store.manager.report.responseTimes.query(march)).toMatchObject({
    clock: 'wall',
    leads: 6,
    answered: 5,
    medianSeconds: 3_000,
    within5: 1 / 6,
    within15: 2 / 6,
    within60: 3 / 6,
    waits: [
      { key: 'within_5', count: 1 },
      { key: 'within_15', count: 1 },
      { key: 'within_60', count: 1 },
      { key: 'within_day', count: 1 },
      { key: 'later', count: 1 },
      { key: 'none', count: 1 },
    ],
    before: { leads: 0, medianSeconds: null, within5: null },
  });
});

test('activity is counted by the dealership’s hour, also where hours are halved or come twice', async () => {
  const dealId = await makeSale(store);
  // The hour after one in the night comes twice on 1 November in Chicago.
  await makeDone(store, dealId, '2026-11-01T06:30:00Z');
  await makeDone(store, dealId, '2026-11-01T07:30:00Z', { kind: 'text' });
  await makeDone(store, dealId, '2026-11-01T23:10:00Z', { memberId: store.members.manager });
  const on = { from: '2026-11-01', to: '2026-11-01' };
  const { items } = await store.manager.report.activity.query(on);
  expect(items).toMatchObject([
    {
      name: 'Ana Rep',
      count: 2,
      hours: [{ hour: 1, count: 2, deals: 1 }],
      kinds: expect.arrayContaining([{ kind: 'text', count: 1, deals: 1 }]),
    },
    { name: 'Max Manager', count: 1, hours: [{ hour: 17, count: 1, deals: 1 }] },
  ]);
  await database.owner`update workspaces set time_zone = 'Asia/Kolkata' where workspace_id = ${store.workspaceId}`;
  const india = await store.manager.report.activity.query(on);
  // 06:30Z is noon there, 07:30Z 13:00; 23:10Z is the next morning.
  expect(india.items).toMatchObject([
    {
      hours: [
        { hour: 12, count: 1 },
        { hour: 13, count: 1 },
      ],
    },
  ]);
});

test('a rep’s activity is their own', async () => {
  const dealId = await makeSale(store);
  await makeDone(store, dealId, '2026-03-02T15:00:00Z');
  await makeDone(store, dealId, '2026-03-02T15:00:00Z', { memberId: store.members.manager });
  expect((await store.ana.report.activity.query(march)).items).toMatchObject([{ name: 'Ana Rep', count: 1 }]);
});

test('the forecast is the sum of chances, with the range around it', async () => {
  store.clock.at = '2026-03-10T15:00:00.000Z';
  await makeSale(store, { value: 1_000_000, chance: 50, stage: 'Write-up' });
  await makeSale(store, { value: 2_000_000, stage: 'Appointment set' });
  await makeSale(store, { value: 9_000_000, soldOn: '2026-03-09', at: '2026-03-09T15:00:00Z' });
  const forecast = await store.manager.report.forecast.query();
  // 0.5·10,000 + 0.25·20,000; variance 0.25·1e8 + 0.1875·4e8 = 1e8 dollars².
  expect(forecast).toMatchObject({
    count: 2,
    totalCents: 3_000_000,
    value: { expected: 1_000_000, low: 0, high: 2_281_552 },
    units: { expected: 0.75, low: 0, high: expect.closeTo(0.75 + 1.28155 * Math.sqrt(0.4375), 4) },
  });
  const stages = forecast.stages.map(({ name, count, expectedCents }) => [name, count, expectedCents]);
  expect(stages).toEqual(
    expect.arrayContaining([
      ['Write-up', 1, 500_000],
      ['Appointment set', 1, 500_000],
    ]),
  );
});

test('each stage says how often it has led to a sale lately', async () => {
  store.clock.at = '2026-03-30T15:00:00.000Z';
  const at = '2026-03-02T15:00:00.000Z';
  const closedAt = '2026-03-20T15:00:00.000Z';
  await makeSale(store, {
    way: [
      ['New up', at],
      ['Showed', at],
      ['Sold', at],
    ],
    soldOn: '2026-03-20',
    closedAt,
  });
  await makeSale(store, {
    way: [
      ['New up', at],
      ['Showed', at],
      ['Lost', at],
    ],
    lost: 'timing',
    closedAt,
  });
  await makeSale(store, {
    way: [
      ['New up', at],
      ['Lost', at],
    ],
    lost: 'no_response',
    closedAt,
  });
  await makeSale(store, {
    way: [
      ['New up', at],
      ['Lost', at],
    ],
    lost: 'spam',
    closedAt,
  });
  const { stages } = await store.manager.report.forecast.query();
  const usual = Object.fromEntries(stages.map((stage) => [stage.name, stage.usual]));
  expect(usual).toMatchObject({ 'New up': 1 / 3, Showed: 1 / 2, 'Demo drive': 1 });
});

test('open deals stand within the store’s usual time, beyond it, or more than twice as long', async () => {
  const { owner } = database;
  const at = '2026-03-01T00:00:00.000Z';
  // Deals usually stand four days in Contacted here.
  for (const days of [3, 4, 9]) {
    const dealId = await makeSale(store, { at, way: [['New up', at]], soldOn: '2026-03-02' });
    await owner`insert into stage_transitions ${owner({
      workspace_id: store.workspaceId,
      id: crypto.randomUUID(),
      deal_id: dealId,
      from_stage_id: store.stages.Contacted,
      to_stage_id: store.stages.Sold,
      door: 'web',
      occurred_at: at,
      seconds_in_stage: days * 86_400,
    })}`;
  }
  store.clock.at = '2026-03-11T00:00:00.000Z';
  for (const since of ['2026-03-07', '2026-03-06', '2026-03-03', '2026-03-02'])
    await makeSale(store, { at, stage: 'Contacted', since: `${since}T00:00:00.000Z` });
  const { stages } = await store.manager.report.ageing.query();
  expect(stages.find(({ name }) => name === 'Contacted')).toEqual({
    stageId: store.stages.Contacted,
    name: 'Contacted',
    count: 4,
    normDays: 4,
    within: 1,
    beyond: 2,
    long: 1,
    medianDays: 6.5,
    oldestDays: 9,
  });
});
