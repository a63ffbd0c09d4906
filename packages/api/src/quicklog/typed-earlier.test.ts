import { connect } from '@beback/db';
import { expect, test } from 'vitest';
import { apiFor, database, makeStore, type Store } from '../../test/harness.ts';

/** Monday evening in Chicago; the store's clock stands at Wednesday noon. */
const typedAt = '2026-03-02T23:30:00.000Z';
const wednesday = '2026-03-04T18:00:00.000Z';

async function onWednesday(): Promise<Store> {
  const store = await makeStore();
  store.clock.at = wednesday;
  return store;
}

test('a text that waited means the days it meant when it was typed, and tells of that moment', async () => {
  const { ana, deals } = await onWednesday();
  const text = 'called maria lopez 8 min, call back tomorrow 3pm';
  const answer = await ana.quicklog.submit.mutate({ text, messageId: 'waited-1', typedAt });
  expect(answer.status).toBe('logged');
  expect(answer.reply).toContain('Mon Mar 2');
  const { items: activities } = await ana.activity.list.query({ dealId: deals.ana.dealId });
  expect(activities).toMatchObject([{ kind: 'call', minutes: 8, occurredAt: typedAt }]);
  const { items: tasks } = await ana.task.list.query({ dealId: deals.ana.dealId });
  // Tuesday 3 March, 15:00 in Chicago: the day after it was typed.
  expect(tasks).toMatchObject([{ dueAt: '2026-03-03T21:00:00.000Z' }]);
});

test('a note that waited is from when it was typed; a time that the text names goes before', async () => {
  const { ana, deals } = await onWednesday();
  const said = (text: string) => ana.quicklog.submit.mutate({ text, typedAt });
  await said('maria lopez wife has to see it first');
  await said('called maria lopez yesterday 10am, left message');
  const { items } = await ana.activity.list.query({ dealId: deals.ana.dealId });
  expect(items.map(({ kind, occurredAt }) => [kind, occurredAt])).toEqual([
    ['note', typedAt],
    ['call', '2026-03-01T16:00:00.000Z'],
  ]);
});

test('a new up that waited came when it was typed', async () => {
  const { ana } = await onWednesday();
  await ana.quicklog.submit.mutate({ text: 'new up Wanda Hale 214-555-0177 used f150', typedAt });
  const { items } = await ana.visit.list.query({ date: '2026-03-02' });
  expect(items).toMatchObject([{ contactName: 'Wanda Hale', arrivedAt: typedAt }]);
});

test('"undo" that waited takes nothing back', async () => {
  const { ana, deals } = await onWednesday();
  await ana.quicklog.submit.mutate({ text: 'called maria lopez 8 min' });
  expect(await ana.quicklog.submit.mutate({ text: 'undo', typedAt })).toMatchObject({ status: 'refused' });
  expect((await ana.activity.list.query({ dealId: deals.ana.dealId })).items).toHaveLength(1);
});

test('typed longer than a week ago, or in the future, is refused; a clock that is a little ahead is not', async () => {
  const { ana } = await onWednesday();
  const text = 'called maria lopez 8 min';
  const reason = 'typed_at_out_of_range';
  for (const at of ['2026-02-25T17:59:00Z', '2026-03-04T18:02:00Z'])
    await expect(ana.quicklog.submit.mutate({ text, typedAt: at })).rejects.toMatchObject({ data: { reason } });
  expect(await ana.quicklog.submit.mutate({ text, typedAt: '2026-03-04T18:00:30Z' })).toMatchObject({
    status: 'logged',
  });
});

test('what one person typed is not sent by another', async () => {
  const { ana, ben, members, deals } = await onWednesday();
  const waited = { text: 'called maria lopez 8 min', typedAt, memberId: members.rep };
  await expect(ben.quicklog.submit.mutate(waited)).rejects.toMatchObject({ data: { reason: 'other_member' } });
  expect(await ana.quicklog.submit.mutate(waited)).toMatchObject({ status: 'logged' });
  expect((await ana.activity.list.query({ dealId: deals.ana.dealId })).items).toHaveLength(1);
});

test('sent again to another process, it answers what the first one did, and is logged once', async () => {
  const store = await onWednesday();
  const { ana, deals, services } = store;
  const waited = { text: 'called maria lopez 8 min', messageId: 'waited-2', typedAt };
  const first = await ana.quicklog.submit.mutate(waited);
  const other = await connect(database.appUrl);
  try {
    const { workspaceId, members } = store;
    const elsewhere = apiFor({ ...services, db: other }, { email: store.emailOf(members.rep), workspaceId });
    const again = await elsewhere.quicklog.submit.mutate(waited);
    expect(again).toMatchObject({ status: 'logged', changeIds: first.changeIds });
  } finally {
    await other.close();
  }
  expect((await ana.activity.list.query({ dealId: deals.ana.dealId })).items).toHaveLength(1);
});
