import { makeContact, makeDeal } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore } from '../../test/harness.ts';

test('a text that names nobody is about the deal on the screen', async () => {
  const { ana, deals } = await makeStore();
  const { dealId } = deals.ana;
  const preview = await ana.quicklog.preview.query({ text: 'lm, cb fri 3pm', dealId });
  expect(preview).toMatchObject({ matches: 1, customer: expect.stringContaining('Maria Lopez') });
  const answer = await ana.quicklog.submit.mutate({ text: 'lm, cb fri 3pm', dealId });
  expect(answer).toMatchObject({ status: 'logged', reply: expect.stringContaining('Maria Lopez') });
  const { items } = await ana.task.list.query({ dealId });
  expect(items.map(({ title }) => title)).toEqual(['Call back Maria Lopez']);
  const stage = (await ana.deal.get.query({ dealId })).stageId;
  await ana.quicklog.submit.mutate({ text: 'to write-up', dealId });
  expect((await ana.deal.get.query({ dealId })).stageId).not.toBe(stage);
});

test('a text that names somebody is about them, and about nobody else when they are not known', async () => {
  const store = await makeStore();
  const { dealId } = store.deals.ana;
  const contactId = await makeContact(database.owner, store.workspaceId, { name: 'Hector Ruiz' });
  const other = await makeDeal(database.owner, store, { ownerId: store.members.rep, contactId });
  const answer = await store.ana.quicklog.submit.mutate({ text: 'called hector ruiz 3 min', dealId });
  expect(answer.reply).toContain('Hector Ruiz');
  expect((await store.ana.activity.list.query({ dealId: other.dealId })).items).toHaveLength(1);
  expect(await store.ana.quicklog.submit.mutate({ text: 'called jonssen', dealId })).toMatchObject({
    status: 'refused',
  });
  expect((await store.ana.activity.list.query({ dealId })).items).toEqual([]);
});

test('a deal that its sender may not see helps nobody to write on it', async () => {
  const { ana, deals } = await makeStore();
  const { dealId } = deals.ben;
  expect(await ana.quicklog.submit.mutate({ text: 'lm', dealId })).toMatchObject({ status: 'refused' });
  expect(await ana.quicklog.preview.query({ text: 'lm', dealId })).toMatchObject({ customer: null });
});
