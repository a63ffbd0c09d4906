import { expect, test } from 'vitest';
import { makeStore, refusal } from '../../test/harness.ts';

test('a company is written, changed, found and removed when nobody belongs to it', async () => {
  const { manager } = await makeStore();
  const made = await manager.company.create.mutate({
    name: 'Ökotec Plumbing',
    phone: '214-555-0133',
    website: 'https://oekotec.example',
  });
  expect(made).toMatchObject({ name: 'Ökotec Plumbing', phone: '+12145550133', contacts: 0, version: 1 });
  const { companyId } = made;
  expect(await manager.company.update.mutate({ companyId, version: 1, note: 'pays late' })).toMatchObject({
    note: 'pays late',
    version: 2,
  });
  expect(await refusal(manager.company.update.mutate({ companyId, version: 1, note: 'x' }))).toMatchObject({
    code: 'CONFLICT',
  });
  expect((await manager.company.list.query({ query: 'okotec' })).items).toMatchObject([{ companyId }]);
  const contact = await manager.contact.create.mutate({ name: 'Pat', companyId });
  expect(await refusal(manager.company.archive.mutate({ companyId }))).toMatchObject({ reason: 'has_contacts' });
  await manager.contact.archive.mutate({ contactId: contact.contactId });
  await manager.company.archive.mutate({ companyId });
  expect(await refusal(manager.company.get.query({ companyId }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a rep sees the companies of the rep’s customers and no others', async () => {
  const { ana, ben } = await makeStore();
  const { company } = await ana.contact.create.mutate({ name: 'Pat', companyName: 'Acme' });
  expect((await ana.company.list.query()).items).toMatchObject([{ companyId: company?.companyId, contacts: 1 }]);
  expect((await ben.company.list.query()).items).toEqual([]);
  expect(await refusal(ben.contact.create.mutate({ name: 'Quinn', companyId: company?.companyId }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a household is a company of another kind; the list shows one kind alone', async () => {
  const { manager } = await makeStore();
  const pat = await manager.contact.create.mutate({
    name: 'Pat Reyes',
    companyName: 'The Reyes family',
    companyKind: 'household',
  });
  expect(pat.company).toMatchObject({ name: 'The Reyes family', kind: 'household' });
  await manager.company.create.mutate({ name: 'Acme' });
  const named = async (kind?: 'company' | 'household') =>
    (await manager.company.list.query({ kind })).items.map(({ name }) => name);
  expect(await named('household')).toEqual(['The Reyes family']);
  expect(await named('company')).toEqual(['Acme']);
  expect(await named()).toEqual(['Acme', 'The Reyes family']);
  const companyId = pat.company?.companyId ?? '';
  expect(await manager.company.update.mutate({ companyId, kind: 'company' })).toMatchObject({ kind: 'company' });
});

test('a company with people is removed only when somebody says where they go, and comes back with them', async () => {
  const { manager } = await makeStore();
  const old = await manager.company.create.mutate({ name: 'Acme' });
  const next = await manager.company.create.mutate({ name: 'Acme Holding' });
  const { contactId } = await manager.contact.create.mutate({ name: 'Pat', companyId: old.companyId });
  await manager.deal.create.mutate({ contactId });
  expect(await manager.company.get.query({ companyId: old.companyId })).toMatchObject({ contacts: 1, openDeals: 1 });
  expect((await manager.deal.list.query({ companyId: old.companyId })).items).toMatchObject([{ contactId }]);
  const { companyId } = old;
  expect(await refusal(manager.company.archive.mutate({ companyId, movePeopleTo: companyId }))).toMatchObject({
    reason: 'same_company',
  });
  const { changeId, moved } = await manager.company.archive.mutate({ companyId, movePeopleTo: next.companyId });
  expect(moved).toBe(1);
  expect((await manager.contact.get.query({ contactId })).company?.name).toBe('Acme Holding');
  await manager.change.undo.mutate({ changeId });
  expect((await manager.contact.get.query({ contactId })).company?.name).toBe('Acme');
  await manager.company.archive.mutate({ companyId, movePeopleTo: null });
  expect((await manager.contact.get.query({ contactId })).company).toBeNull();
});
