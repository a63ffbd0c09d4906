import { expect, test } from 'vitest';
import { type Api, database, makeStore, type Store } from '../../test/harness.ts';
import { makeBooked, makeDone, makeSale } from '../../test/make-sales.ts';
import type { ReportCell } from './report-input.ts';

type Number = [kind: ReportCell['kind'], key: string, count: number];

const march = { from: '2026-03-01', to: '2026-03-31' };
const at = (day: number, hour = 15) => `2026-03-${String(day).padStart(2, '0')}T${hour}:00:00.000Z`;
const sources = ['Website', 'Phone', 'Walk-in', 'Referral', 'Mailer campaign', null];

const store = await makeStore();
await makeMonth(store);
// A hundred deals that the planner knows nothing of take it astray.
await database.owner`analyze`;
store.clock.at = at(28);

/** A month in which everything happens: a hundred deals that differ in what a report can tell apart. */
async function makeMonth(of: Store): Promise<void> {
  const { rep, otherRep } = of.members;
  const owners = [rep, otherRep, null];
  const lost = ['timing', 'no_response', 'spam', 'trade_value'];
  for (let nth = 0; nth < 100; nth += 1) {
    const day = 1 + (nth % 20);
    const about = { at: at(day), owner: owners[nth % 3], source: sources[nth % 6], value: nth * 1_000 };
    const way: [keyof Store['stages'], string][] = [['New up', at(day)]];
    if (nth % 2) way.push(['Contacted', at(day + 1)]);
    if (nth % 4 === 3) way.push(['Showed', at(day + 1, 17)]);
    if (nth % 5 === 0) way.push(['Sold', at(day + 2)]);
    if (nth % 7 === 1 && nth % 5) way.push(['Lost', at(day + 3)]);
    const ending = way.at(-1)?.[0];
    const dealId = await makeSale(of, {
      ...about,
      way,
      since: at(day),
      ...(ending === 'Sold' && {
        soldOn: at(day + 2).slice(0, 10),
        condition: nth % 10 ? 'used' : 'new',
        ...(nth % 15 && { front: 100_000 + nth, back: 50_001 }),
        shares: nth % 3 === 0 && nth % 10 === 0 ? { [otherRep]: 50 } : {},
      }),
      ...(ending === 'Lost' && { lost: lost[nth % 4], closedAt: at(day + 3) }),
    });
    const waited = [2, 9, 40, 500, 5_000][nth % 6];
    if (waited)
      await makeDone(of, dealId, new Date(Date.parse(at(day)) + waited * 60_000).toISOString(), {
        kind: nth % 2 ? 'call' : 'text',
      });
    if (nth % 4 === 1)
      await makeDone(of, dealId, at(day, 20), { kind: 'visit', beBack: nth % 8 === 1, memberId: otherRep });
    if (nth % 3 === 1)
      await makeBooked(of, dealId, at(day + 8), (['showed', 'no_show', 'confirmed'] as const)[(nth % 9) % 3] ?? 'set');
  }
}

/** Every number of every report that opens deals. */
async function numbersOf(api: Api, filter: object): Promise<Number[]> {
  const asked = { ...march, ...filter };
  const [summary, funnel, waits, activity, lost, forecast, ageing] = await Promise.all([
    api.report.summary.query(asked),
    api.report.funnel.query(asked),
    api.report.responseTimes.query(asked),
    api.report.activity.query(asked),
    api.report.lostReasons.query(asked),
    api.report.forecast.query(asked),
    api.report.ageing.query(asked),
  ]);
  const { set, shown, missed, sold, coming } = funnel.appointments;
  return [
    ['sold', 'all', summary.deals],
    ['sold', 'no_gross', summary.withoutGross],
    ...summary.days.map(({ date, deals }): Number => ['sold', date, deals]),
    ['opened', 'all', summary.opened],
    ['opened', 'sold', summary.openedSold],
    ...Object.entries(summary.ups).map(([channel, count]): Number => ['opened', channel, count]),
    ['visits', 'all', summary.visited],
    ['visits', 'be_back', summary.beBacks],
    ...Object.entries({ set, shown, missed, sold, coming }).map(([key, count]): Number => ['appointments', key, count]),
    ...funnel.stages.flatMap(({ stageId, reached, converted, lost: gone, open }): Number[] => [
      ['stage', `${stageId}.reached`, reached],
      ['stage', `${stageId}.converted`, converted],
      ['stage', `${stageId}.lost`, gone],
      ['stage', `${stageId}.open`, open],
    ]),
    ['response', 'all', waits.leads],
    ...waits.waits.map(({ key, count }): Number => ['response', key, count]),
    ...lost.items.map(({ reason, count }): Number => ['lost', reason, count]),
    ...lost.bad.map(({ reason, count }): Number => ['lost', reason, count]),
    ['lost', 'real', lost.count],
    ['open', 'all', forecast.count],
    ...forecast.stages.map(({ stageId, count }): Number => ['open', stageId, count]),
    ...ageing.stages.flatMap(({ stageId, within, beyond, long }): Number[] => [
      ['open', `${stageId}.within`, within],
      ['open', `${stageId}.beyond`, beyond],
      ['open', `${stageId}.long`, long],
    ]),
    ...(activity.items.length === 1 ? (activity.items[0]?.hours ?? []) : []).map(
      ({ hour, deals }): Number => ['activity', String(hour), deals],
    ),
  ];
}

async function countBehind(api: Api, cell: object): Promise<number> {
  const report = { ...march, ...cell } as ReportCell;
  return (await api.deal.list.query({ limit: 200, report })).items.length;
}

test.each([
  ['the floor', 'manager', {}],
  ['one rep', 'manager', { memberId: store.members.otherRep }],
  ['nobody', 'manager', { memberId: 'nobody' }],
  ['one source', 'manager', { source: 'Website' }],
  ['no source', 'manager', { source: '' }],
  ['a rep who sees their own', 'ana', {}],
] as const)(
  'every number opens exactly its deals: %s',
  async (_, who, filter) => {
    const numbers = await numbersOf(store[who], filter);
    const opened: Number[] = [];
    for (const [kind, key] of numbers)
      opened.push([kind, key, await countBehind(store[who], { kind, key, ...filter })]);
    expect(opened).toEqual(numbers);
    expect(numbers.filter(([, , count]) => count > 0).length).toBeGreaterThan(10);
  },
  60_000,
);

test('the numbers of a rep and of a source open their deals', async () => {
  const { items } = await store.manager.report.byRep.query(march);
  for (const row of items) {
    const memberId = row.memberId ?? 'nobody';
    expect(await countBehind(store.manager, { kind: 'sold', memberId })).toBe(row.unitDeals);
    expect(await countBehind(store.manager, { kind: 'opened', memberId })).toBe(row.opened);
    expect(await countBehind(store.manager, { kind: 'opened', key: 'sold', memberId })).toBe(row.sold);
    expect(await countBehind(store.manager, { kind: 'appointments', key: 'shown', memberId })).toBe(row.shown);
  }
  const bySource = (await store.manager.report.bySource.query(march)).items;
  expect(bySource).toHaveLength(6);
  for (const row of bySource)
    expect(await countBehind(store.manager, { kind: 'opened', source: row.source ?? '' })).toBe(row.opened);
});

test('a number that no report has opens nothing', async () => {
  for (const [kind, key] of [
    ['sold', 'yesterday'],
    ['stage', 'reached'],
    ['stage', `${store.stages.Showed}.toString`],
    ['open', 'x'],
    ['response', 'constructor'],
    ['activity', '24'],
    ['sold', '2026-02-31'],
  ])
    expect(await countBehind(store.manager, { kind, key })).toBe(0);
});
