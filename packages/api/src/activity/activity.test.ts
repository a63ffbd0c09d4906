import { expect, test } from 'vitest';
import { makeStore, refusal } from '../../test/harness.ts';

test('a call is logged on a deal with its minutes, note and door', async () => {
  const store = await makeStore();
  const texting = store.as(store.members.rep, { door: 'sms' });
  const { dealId, contactId } = store.deals.ana;
  const logged = await texting.activity.log.mutate({
    dealId,
    kind: 'call',
    outcome: 'reached',
    minutes: 8,
    note: 'wants the blue tahoe',
  });
  expect(logged).toMatchObject({
    dealId,
    contactId,
    kind: 'call',
    outcome: 'reached',
    minutes: 8,
    note: 'wants the blue tahoe',
    via: 'sms',
    memberName: 'Ana Rep',
    occurredAt: '2026-03-02T15:00:00.000Z',
  });
  const { changeId, ...activity } = logged;
  expect((await store.ana.activity.list.query({ dealId })).items).toEqual([activity]);
  expect((await store.ana.change.list.query({ dealId })).items[0]).toMatchObject({
    changeId,
    summary: 'logged a call (reached, 8 min)',
  });
  await store.ana.change.undo.mutate({ changeId });
  expect((await store.ana.activity.list.query({ contactId })).items).toEqual([]);
});

test('a visit after the first is a be-back', async () => {
  const { ana, deals } = await makeStore();
  const { dealId } = deals.ana;
  expect(await ana.activity.log.mutate({ dealId, kind: 'visit' })).toMatchObject({ beBack: false });
  expect(await ana.activity.log.mutate({ dealId, kind: 'visit' })).toMatchObject({ beBack: true });
  expect(await ana.activity.log.mutate({ dealId, kind: 'call' })).toMatchObject({ beBack: false });
});

test('an activity can be about a customer without a deal, never about nobody', async () => {
  const { ana, deals } = await makeStore();
  const { contactId } = deals.ana;
  expect(await ana.activity.log.mutate({ contactId, kind: 'note', note: 'called in' })).toMatchObject({
    dealId: null,
    contactId,
  });
  expect(await refusal(ana.activity.log.mutate({ kind: 'note' }))).toMatchObject({
    code: 'BAD_REQUEST',
    reason: 'subject_required',
  });
});

test('nothing is logged before it has happened', async () => {
  const { ana, deals } = await makeStore();
  const early = ana.activity.log.mutate({ dealId: deals.ana.dealId, kind: 'call', occurredAt: '2026-03-03T15:00:00Z' });
  expect(await refusal(early)).toMatchObject({ code: 'BAD_REQUEST', reason: 'in_future' });
});

test('nobody logs on a deal they cannot see', async () => {
  const { ben, reader, deals } = await makeStore();
  const { dealId } = deals.ana;
  expect(await refusal(ben.activity.log.mutate({ dealId, kind: 'call' }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refusal(reader.activity.log.mutate({ dealId, kind: 'call' }))).toMatchObject({ code: 'FORBIDDEN' });
});

test('the newest comes first, page by page', async () => {
  const { ana, deals } = await makeStore();
  const { dealId } = deals.ana;
  for (const day of ['27', '25', '26'])
    await ana.activity.log.mutate({ dealId, kind: 'note', note: day, occurredAt: `2026-02-${day}T12:00:00Z` });
  const first = await ana.activity.list.query({ dealId, limit: 2 });
  const second = await ana.activity.list.query({ dealId, limit: 2, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map((item) => item.note)).toEqual(['27', '26', '25']);
});
