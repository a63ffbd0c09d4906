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
