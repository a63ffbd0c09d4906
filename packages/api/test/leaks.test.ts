import { makeTask } from '@beback/db/test';
import { describe, expect, test } from 'vitest';
import { jobs, startLive } from '../src/index.ts';
import { type Api, apiFor, database, makeStore, refusal, type Store } from './harness.ts';

// Ana's dealership holds a customer of Ben's; another dealership holds nothing of either. What does the line let through?

const secret = {
  name: 'Zanzibar Quagmire',
  phone: '2145550177',
  email: 'zanzi@quagmire.example',
  source: 'Skywriting',
};
const marks = /Zanzibar|Quagmire|zanzi|5550177|555-0177|Skywriting|Octopus|88888/i;

/** Ben's customer, with everything that can hang on one; and who must not learn of it. */
async function withSecret(): Promise<{ store: Store; dealId: string; contactId: string; outsiders: [string, Api][] }> {
  const [store, elsewhere] = [await makeStore(), await makeStore({ name: 'Lakeside Autos' })];
  const { ben, members, workspaceId } = store;
  const { name, phone, email, source } = secret;
  const { dealId, contactId } = await ben.deal.create.mutate({
    contact: { name, phone, email, companyName: 'Octopus Holdings' },
    title: 'Octopus deal',
    source,
    valueCents: 8_888_800,
    vehicle: { year: 2024, make: 'Octopus', stockNumber: 'OCTOPUS1' },
  });
  await ben.activity.log.mutate({ dealId, kind: 'call', outcome: 'reached', note: 'Octopus note' });
  await ben.appointment.create.mutate({ dealId, startsAt: '2026-03-02T20:00:00Z', note: 'Octopus visit' });
  await makeTask(database.owner, workspaceId, { dealId, contactId, memberId: members.otherRep, title: 'Octopus task' });
  return {
    store,
    dealId,
    contactId,
    outsiders: [
      ['a colleague', store.ana],
      ['an owner elsewhere', elsewhere.boss],
    ],
  };
}

const spellings = [
  secret.name,
  'zanzibar',
  'Quagmire, Zanzibar',
  'quag',
  '214-555-0177',
  '0177',
  secret.email,
  'octopus',
];

/** An answer without the words it repeats: it may say back what was typed, but must not add anything to it. */
function withoutEcho(answer: unknown, typed: string): string {
  const words = typed.split(/[^\w@.]+/).map((word) => word.replaceAll('.', '\\.'));
  const digits = typed.replaceAll(/\D/g, '');
  return JSON.stringify(answer)
    .replaceAll(digits.length > 6 ? digits : typed, '')
    .replaceAll(new RegExp(`\\b(${words.join('|')})\\b`, 'gi'), '');
}

/** Everything that finds, counts, sums or lists, asked for the secret in so many words. */
async function everythingAbout(api: Api, query: string): Promise<unknown[]> {
  const [from, to] = ['2026-03-01T00:00:00Z', '2026-03-31T00:00:00Z'];
  return Promise.all([
    api.contact.search.query({ query }),
    api.contact.list.query({ query }),
    api.company.list.query({ query }),
    api.deal.list.query({ query }),
    api.deal.board.query({ query, closedDays: 366 }),
    api.deal.board.query(),
    api.deal.sources.query(),
    api.task.list.query({}),
    api.appointment.list.query({ from, to }),
    api.activity.list.query({}),
    api.change.list.query(),
    api.today.get.query({ floor: true }),
    api.visit.list.query({}),
    api.quicklog.preview.query({ text: `called ${query} 5 min` }).then((answer) => withoutEcho(answer, query)),
    api.quicklog.submit.mutate({ text: `called ${query} 5 min` }).then((answer) => withoutEcho(answer, query)),
  ]);
}

describe('somebody else’s customer', () => {
  test('is in no search, picker, list or answer to a text, in any spelling', async () => {
    const { outsiders, store } = await withSecret();
    for (const [who, api] of outsiders)
      for (const query of spellings) {
        const answers = JSON.stringify(await everythingAbout(api, query));
        expect([who, query, marks.exec(answers)]).toEqual([who, query, null]);
      }
    expect((await store.ben.contact.search.query({ query: 'quagmire' })).items).toHaveLength(1);
  });

  test('is in no count and no sum', async () => {
    const { store } = await withSecret();
    const sums = async (api: Api) => {
      const [board, today, { items }] = await Promise.all([
        api.deal.board.query(),
        api.today.get.query({}),
        api.contact.list.query({}),
      ]);
      const first = board.stages[0];
      return [first?.count, first?.totalCents, today.counts.openDeals, today.counts.openCents, items.length];
    };
    expect(await sums(store.ana)).toEqual([1, 5_000_000, 1, 5_000_000, 1]);
    expect(await sums(store.ben)).toEqual([2, 13_888_800, 2, 13_888_800, 2]);
    expect((await store.ana.contact.get.query({ contactId: store.deals.ana.contactId })).openDeals).toBe(1);
  });

  test('is in no report but the floor’s', async () => {
    const { store } = await withSecret();
    const filter = { from: '2026-03-01', to: '2026-03-31' };
    const reports = (api: Api) =>
      Promise.all([
        api.report.forecast.query(filter),
        api.report.bySource.query(filter),
        api.report.ageing.query(filter),
        api.report.funnel.query(filter),
        api.report.byRep.query(filter),
      ]);
    expect(JSON.stringify(await reports(store.ana))).not.toMatch(marks);
    expect(JSON.stringify(await reports(store.manager))).toMatch(/Skywriting/);
  });

  test('is in no exported file', async () => {
    const { store } = await withSecret();
    for (const [what, format] of [
      ['contacts', 'csv'],
      ['deals', 'csv'],
      ['everything', 'json'],
    ] as const) {
      const { exportId } = await store.ana.export.start.mutate({ what, format });
      await jobs['export.run']?.(store.jobs.at(-1)?.payload, store.services);
      const file = JSON.stringify(await store.ana.export.download.query({ exportId }));
      const content = Buffer.from(/"content(?:Base64)?":"([^"]*)"/.exec(file)?.[1] ?? '', 'base64').toString();
      expect(file + content).not.toMatch(marks);
      expect(file + content).toMatch(/Lopez/);
    }
  });

  test('moves no live board but those of who sees them', async () => {
    const { store, dealId } = await withSecret();
    const live = await startLive(database.db, (error) => {
      throw error;
    });
    const heard: unknown[] = [];
    const client = apiFor({ ...store.services, live }, { email: store.emailOf(store.members.rep) });
    await new Promise<void>((resolve, reject) => {
      client.live.changes.subscribe(
        {},
        { onStarted: () => resolve(), onData: (data) => heard.push(data), onError: reject },
      );
    });
    await live.subscribe(store.workspaceId, () => {}).ready;
    await store.ben.deal.move.mutate({ dealId, stageId: store.stages.Showed });
    await store.ben.activity.log.mutate({ dealId, kind: 'note', note: 'Octopus' });
    const own = await store.ana.activity.log.mutate({ dealId: store.deals.ana.dealId, kind: 'note', note: 'mine' });
    await expect.poll(() => heard.length).toBe(1);
    expect(heard).toMatchObject([{ data: { dealId: own.dealId } }]);
    await live.close();
  });

  test('is refused in the very words in which somebody who is not there is', async () => {
    const { dealId, contactId, outsiders } = await withSecret();
    const nobody = crypto.randomUUID();
    for (const [, api] of outsiders) {
      const refusals = (deal: string, contact: string) =>
        Promise.all([
          refusal(api.deal.get.query({ dealId: deal })),
          refusal(api.deal.update.mutate({ dealId: deal, title: 'x' })),
          refusal(api.deal.claim.mutate({ dealId: deal })),
          refusal(api.contact.get.query({ contactId: contact })),
          refusal(api.contact.update.mutate({ contactId: contact, note: 'x' })),
          refusal(api.deal.create.mutate({ contactId: contact })),
          refusal(api.task.create.mutate({ contactId: contact, title: 'x' })),
          refusal(api.activity.log.mutate({ dealId: deal, kind: 'note', note: 'x' })),
        ]);
      const [theirs, missing] = [await refusals(dealId, contactId), await refusals(nobody, nobody)];
      expect(theirs).toEqual(missing);
      expect(theirs.every((one) => one?.code === 'NOT_FOUND')).toBe(true);
    }
  });

  test('written down again is a matter for the manager here, and news elsewhere', async () => {
    const { store, outsiders } = await withSecret();
    const { phone, email } = secret;
    const known = [
      { name: 'Z', phone },
      { name: 'Z', email, allowDuplicate: true },
    ];
    for (const contact of known)
      expect(await refusal(store.ana.contact.create.mutate(contact))).toEqual({
        code: 'CONFLICT',
        reason: 'ask_manager',
        message: 'Somebody at this store may already know this customer. Ask your manager.',
        fields: null,
      });
    expect(await outsiders[1]?.[1].contact.create.mutate({ name: 'Z', phone })).toMatchObject({ name: 'Z' });
  });
});

test('a former member’s name is on what they did, and nothing of theirs opens any more', async () => {
  const { store, dealId } = await withSecret();
  await store.manager.member.remove.mutate({ memberId: store.members.otherRep, handOverTo: store.members.rep });
  for (const call of [
    () => store.ben.deal.get.query({ dealId }),
    () => store.ben.contact.search.query({ query: 'quagmire' }),
    () => store.ben.activity.log.mutate({ dealId, kind: 'note', note: 'one more' }),
    () => store.ben.member.list.query(),
  ])
    expect(await refusal(call())).toMatchObject({ code: 'FORBIDDEN', reason: 'no_workspace' });
  expect(await store.ana.deal.get.query({ dealId })).toMatchObject({ contactName: secret.name });
});
