import { makeContact } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore, refusal } from '../../test/harness.ts';
import { importFile, preview, work } from '../../test/imports.ts';
import { jobs } from '../jobs.ts';

const { owner } = database;
const people =
  'Name,Phone,Vehicle,Salesperson\nAda One,2145550180,2021 Tahoe,Ben Rep\nBob Two,2145550181,,Nobody Known\nCy Three,2145550182,,Ana Rep\n';

test("what a rep imports is the rep's, whoever the file names", async () => {
  const store = await makeStore();
  await importFile(store, store.ana, people);
  const mine = await store.ana.contact.list.query({ query: '214555018' });
  expect(mine.items.map(({ name, ownerId }) => [name, ownerId])).toEqual(
    ['Ada One', 'Bob Two', 'Cy Three'].map((name) => [name, store.members.rep]),
  );
  expect((await store.ana.deal.list.query({ query: '2021 tahoe' })).items).toMatchObject([
    { ownerId: store.members.rep },
  ]);
  expect((await store.ben.contact.list.query({ query: '214555018' })).items).toEqual([]);
});

test('what a manager imports goes to the rep the file names, else to nobody', async () => {
  const store = await makeStore();
  await importFile(store, store.manager, people);
  const named = async (api: typeof store.ana) =>
    (await api.contact.list.query({ query: '214555018' })).items.map(({ name }) => name).sort();
  expect(await named(store.manager)).toEqual(['Ada One', 'Bob Two', 'Cy Three']);
  expect(await named(store.ben)).toEqual(['Ada One']);
  expect(await named(store.ana)).toEqual(['Cy Three']);
  expect((await store.ben.deal.list.query({})).items.map(({ title }) => title)).toContain('2021 Tahoe');
});

test('a rep sees their own imports, a manager everybody’s', async () => {
  const store = await makeStore();
  const { importId } = await importFile(store, store.ana, people);
  expect((await store.ana.import.list.query()).items).toMatchObject([{ importId, memberName: 'Ana Rep' }]);
  expect((await store.manager.import.list.query()).items).toMatchObject([{ importId }]);
  expect((await store.ben.import.list.query()).items).toEqual([]);
  expect(await refusal(store.ben.import.get.query({ importId }))).toMatchObject({ code: 'NOT_FOUND' });
});

test("a colleague's customer is refused rather than doubled, and nothing is said of who it is", async () => {
  const store = await makeStore();
  await makeContact(owner, store.workspaceId, {
    name: 'Ada Secret',
    phone: '+12145550180',
    ownerId: store.members.otherRep,
  });
  const seen = await preview(store.ana, people);
  expect(seen.counts).toMatchObject({ ready: 2, refused: 1, duplicatesKnown: 0 });
  expect(seen.refused).toEqual([
    { line: 2, reason: 'Somebody at this store may already know this customer. Ask your manager.' },
  ]);
  await store.ana.import.run.mutate({ importId: seen.importId });
  await work(store);
  const done = await store.ana.import.get.query({ importId: seen.importId });
  expect(done).toMatchObject({ status: 'done', counts: { created: 2, refused: 1 }, refused: seen.refused });
});

test('a member who was removed before the job ran has nothing done in their name', async () => {
  const store = await makeStore();
  const { importId } = await preview(store.ana, people);
  await store.ana.import.run.mutate({ importId });
  await owner`update members set active = false where id = ${store.members.rep}`;
  await work(store);
  expect((await store.manager.contact.list.query({ query: '214555018' })).items).toEqual([]);
  expect(await store.manager.import.get.query({ importId })).toMatchObject({
    status: 'failed',
    counts: { created: 0 },
  });
});

test('a manager who became a rep before the job ran imports as a rep', async () => {
  const store = await makeStore();
  const { importId } = await preview(store.manager, people);
  await store.manager.import.run.mutate({ importId });
  await owner`update members set role = 'rep' where id = ${store.members.manager}`;
  await work(store);
  const { items } = await store.boss.contact.list.query({ query: '214555018' });
  expect(new Set(items.map(({ ownerId }) => ownerId))).toEqual(new Set([store.members.manager]));
});

test('a job whose payload is not one of ours is refused', async () => {
  const store = await makeStore();
  await expect(jobs['import.run']?.({ importId: 'x' }, store.services)).rejects.toThrow();
});
