import { makeContact, makeDeal } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore, refusal } from '../../test/harness.ts';
import { mergedColumns } from './merge.rules.ts';

async function twoOfOne() {
  const store = await makeStore();
  const { manager, members } = store;
  const keep = await manager.contact.create.mutate({ name: 'Ana Lopez', phone: '214-555-0177', source: 'Walk-in' });
  const merge = await manager.contact.create.mutate({
    name: 'Ana Maria Lopez',
    phone: '214-555-0188',
    email: 'ana@mail.example',
    note: 'prefers texting',
    doNotCall: true,
  });
  const { dealId } = await makeDeal(database.owner, store, { ownerId: members.rep, contactId: merge.contactId });
  await store.ana.activity.log.mutate({ dealId, kind: 'call', outcome: 'reached' });
  return { ...store, keep, merge, dealId };
}

test('two customers become one: deals and history move, phones and wishes are joined, what was chosen is taken', async () => {
  const { manager, keep, merge, dealId } = await twoOfOne();
  const ids = { keepId: keep.contactId, mergeId: merge.contactId };
  await manager.contact.merge.mutate({ ...ids, choose: { name: 'merge' } });
  const one = await manager.contact.get.query({ contactId: keep.contactId });
  expect(one).toMatchObject({
    name: 'Ana Maria Lopez',
    phones: [{ phone: '+12145550177' }, { phone: '+12145550188' }],
    emails: ['ana@mail.example'],
    source: 'Walk-in',
    note: 'prefers texting',
    doNotCall: true,
    openDeals: 1,
  });
  expect((await manager.deal.get.query({ dealId })).contactId).toBe(keep.contactId);
  expect((await manager.activity.list.query({ contactId: keep.contactId })).items).toHaveLength(1);
  // An old link still leads to the person.
  expect((await manager.contact.get.query({ contactId: merge.contactId })).contactId).toBe(keep.contactId);
  expect((await manager.contact.list.query({ query: 'lopez' })).items.map((item) => item.contactId)).not.toContain(
    merge.contactId,
  );
});

test('a merge is taken back as one, unless somebody has worked on either since', async () => {
  const { manager, boss, keep, merge, dealId } = await twoOfOne();
  const ids = { keepId: keep.contactId, mergeId: merge.contactId };
  const { changeId } = await manager.contact.merge.mutate(ids);
  await manager.change.undo.mutate({ changeId });
  expect(await manager.contact.get.query({ contactId: merge.contactId })).toMatchObject({
    name: 'Ana Maria Lopez',
    phones: [{ phone: '+12145550188' }],
    openDeals: 1,
  });
  expect((await manager.contact.get.query({ contactId: keep.contactId })).phones).toHaveLength(1);
  expect((await manager.deal.get.query({ dealId })).contactId).toBe(merge.contactId);
  const again = await manager.contact.merge.mutate(ids);
  await boss.contact.update.mutate({ contactId: keep.contactId, note: 'mine now' });
  expect(await refusal(manager.change.undo.mutate({ changeId: again.changeId }))).toMatchObject({
    reason: 'changed_since',
  });
});

test('reps do not merge, nobody is merged with themselves, and a version that was overtaken is refused', async () => {
  const { manager, ana, keep, merge } = await twoOfOne();
  const ids = { keepId: keep.contactId, mergeId: merge.contactId };
  expect(await refusal(ana.contact.merge.mutate(ids))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(manager.contact.merge.mutate({ ...ids, mergeId: keep.contactId }))).toMatchObject({
    reason: 'same_customer',
  });
  await manager.contact.update.mutate({ contactId: merge.contactId, note: 'new' });
  expect(await refusal(manager.contact.merge.mutate({ ...ids, mergeVersion: 1 }))).toMatchObject({ code: 'CONFLICT' });
  expect((await manager.contact.get.query({ contactId: keep.contactId })).phones).toHaveLength(1);
});

test('who shares a phone, an address or the very same name is shown as a possible duplicate', async () => {
  const { manager, ben, workspaceId, keep } = await twoOfOne();
  await makeContact(database.owner, workspaceId, { name: 'A. Lopez', phone: '+12145550177' });
  await makeContact(database.owner, workspaceId, { name: 'Ana Lopez' });
  const { items } = await manager.contact.duplicates.query({ contactId: keep.contactId });
  expect(items.map((item) => item.name).toSorted()).toEqual(['A. Lopez', 'Ana Lopez']);
  expect(await refusal(ben.contact.duplicates.query({ contactId: keep.contactId }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('where nothing was chosen, what the one who stays does not have comes from the other', () => {
  const none = { name: 'A', firstName: null, lastName: null, address: {}, companyId: null, source: null, note: null };
  const base = {
    ...none,
    ownerId: null,
    phones: [],
    emails: [],
    doNotCall: false,
    doNotText: false,
    doNotEmail: false,
  };
  const keep = { ...base, address: { city: null } } as never;
  const merge = { ...base, name: 'B', address: { city: 'Dallas' }, source: 'Phone' } as never;
  expect(mergedColumns(keep, merge, { source: 'keep' })).toMatchObject({
    name: 'A',
    address: { city: 'Dallas' },
    source: null,
  });
});
