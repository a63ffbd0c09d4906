import { makeContact } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore, refusal } from '../../test/harness.ts';

test('a new customer is stored with phones in E.164 and e-mails in lower case', async () => {
  const { manager } = await makeStore();
  const made = await manager.contact.create.mutate({
    name: 'Ada Lovelace',
    phone: '(214) 555-0199',
    emails: ['ADA@Mail.Example', 'ada@mail.example'],
  });
  expect(made).toMatchObject({
    name: 'Ada Lovelace',
    firstName: 'Ada',
    lastName: 'Lovelace',
    phones: [{ phone: '+12145550199', kind: 'mobile' }],
    emails: ['ada@mail.example'],
    ownerId: null,
    openDeals: 0,
  });
  expect(await manager.contact.get.query({ contactId: made.contactId })).toMatchObject({ name: 'Ada Lovelace' });
  const { items } = await manager.change.list.query({ contactId: made.contactId });
  expect(items[0]).toMatchObject({ changeId: made.changeId, summary: 'added Ada Lovelace' });
});

test('a customer without a name is called by the e-mail address or the phone', async () => {
  const { manager } = await makeStore();
  expect(await manager.contact.create.mutate({ email: 'sam@mail.example' })).toMatchObject({
    name: 'sam@mail.example',
  });
  expect(await manager.contact.create.mutate({ phone: '+12145550123' })).toMatchObject({ name: '(214) 555-0123' });
  expect(await refusal(manager.contact.create.mutate({ note: 'walked by' }))).toMatchObject({
    reason: 'name_required',
    fields: { name: 'is missing' },
  });
});

test('a phone number that cannot be dialled is refused and named', async () => {
  const { manager } = await makeStore();
  const refused = await refusal(
    manager.contact.create.mutate({ name: 'Ada', phones: [{ phone: '+12145550199' }, { phone: '555-01' }] }),
  );
  expect(refused).toMatchObject({
    code: 'BAD_REQUEST',
    reason: 'bad_phone',
    fields: { 'phones.1.phone': 'is not a phone number' },
  });
});

test('quotes, emoji, right-to-left marks and long notes are stored as they came', async () => {
  const { manager } = await makeStore();
  const name = `"Bobby" '); drop table-- 🚗 محمد \u200fعلي`;
  const note = 'é"\n'.repeat(3_333);
  const { contactId } = await manager.contact.create.mutate({ name, note });
  expect(await manager.contact.get.query({ contactId })).toMatchObject({ name, note });
  expect(await refusal(manager.contact.create.mutate({ name: 'a\u0000b' }))).toMatchObject({ code: 'BAD_REQUEST' });
});

test('a rep sees the customers they brought in, and those of their deals, and no others', async () => {
  const { ana, ben, manager, deals } = await makeStore();
  const { contactId } = await ana.contact.create.mutate({ name: 'Carla Customer' });
  expect(await ana.contact.get.query({ contactId })).toMatchObject({ name: 'Carla Customer', openDeals: 0 });
  expect(await ana.contact.get.query({ contactId: deals.ana.contactId })).toMatchObject({ openDeals: 1 });
  expect(await refusal(ben.contact.get.query({ contactId }))).toMatchObject({ code: 'NOT_FOUND' });
  expect((await ana.contact.list.query()).items.map((item) => item.name)).toEqual(['Carla Customer', 'Maria Lopez']);
  expect((await manager.contact.list.query()).items).toHaveLength(3);
});

test('a second customer with the same phone is refused by name, unless both are wanted', async () => {
  const { ana } = await makeStore();
  await ana.contact.create.mutate({ name: 'Ada Lovelace', phone: '2145550199' });
  const again = { name: 'Byron Lovelace', phone: '214-555-0199' };
  expect(await refusal(ana.contact.create.mutate(again))).toEqual({
    code: 'CONFLICT',
    reason: 'duplicate',
    message: 'Ada Lovelace is here already, with the phone number (214) 555-0199.',
    fields: { phone: 'belongs to Ada Lovelace' },
  });
  expect(await ana.contact.create.mutate({ ...again, allowDuplicate: true })).toMatchObject({ name: 'Byron Lovelace' });
});

test('a rep learns no more of another rep’s customer than to ask the manager', async () => {
  const { ana, ben, manager } = await makeStore();
  await ana.contact.create.mutate({ name: 'Ada Lovelace', email: 'ada@mail.example' });
  const same = { name: 'A. L.', email: 'Ada@mail.example', allowDuplicate: true };
  const refused = await refusal(ben.contact.create.mutate(same));
  expect(refused).toEqual({
    code: 'CONFLICT',
    reason: 'ask_manager',
    message: 'Somebody at this store may already know this customer. Ask your manager.',
    fields: null,
  });
  expect(await refusal(ben.deal.create.mutate({ contact: same }))).toEqual(refused);
  expect(await refusal(manager.contact.create.mutate({ ...same, allowDuplicate: false }))).toMatchObject({
    reason: 'duplicate',
  });
});

test('a known phone number is not given to a second customer by changing one either', async () => {
  const { ana, ben, manager, deals } = await makeStore();
  const { contactId } = deals.ben;
  await ana.contact.create.mutate({ name: 'Ada Lovelace', phone: '2145550199' });
  const phones = [{ phone: '(214) 555-0199' }];
  expect(await refusal(ben.contact.update.mutate({ contactId, phones, allowDuplicate: true }))).toEqual({
    code: 'CONFLICT',
    reason: 'ask_manager',
    message: 'Somebody at this store may already know this customer. Ask your manager.',
    fields: null,
  });
  expect(await refusal(manager.contact.update.mutate({ contactId, phones }))).toMatchObject({ reason: 'duplicate' });
  const both = { contactId, phones, allowDuplicate: true };
  expect(await manager.contact.update.mutate(both)).toMatchObject({ phones: [{ phone: '+12145550199' }] });
  expect(await ben.contact.update.mutate({ contactId, phones, note: 'his own number' })).toMatchObject({ contactId });
});

test('a phone number known in another workspace is news here', async () => {
  const [north, lake] = [await makeStore(), await makeStore({ name: 'Lakeside Autos' })];
  await lake.ana.contact.create.mutate({ name: 'Ada', phone: '2145550199' });
  expect(await north.ana.contact.create.mutate({ name: 'Ada', phone: '2145550199' })).toMatchObject({ name: 'Ada' });
});

test('a company is found by its name or made with the customer', async () => {
  const { ana, manager } = await makeStore();
  const first = await ana.contact.create.mutate({ name: 'Pat Plumber', companyName: 'Acme Plumbing' });
  const second = await ana.contact.create.mutate({ name: 'Quinn Plumber', companyName: 'acme plumbing' });
  expect(second.company).toEqual(first.company);
  expect((await manager.company.list.query()).items).toMatchObject([{ name: 'Acme Plumbing', contacts: 2 }]);
  expect(await ana.contact.update.mutate({ contactId: second.contactId, companyId: null })).toMatchObject({
    company: null,
  });
});

test('an update changes what it names, and the parts of the name follow the whole', async () => {
  const { ana, deals } = await makeStore();
  const { contactId } = deals.ana;
  const renamed = await ana.contact.update.mutate({
    contactId,
    name: 'Mary Lopez',
    phone: '2145550177',
    doNotText: true,
  });
  expect(renamed).toMatchObject({
    name: 'Mary Lopez',
    firstName: 'Mary',
    lastName: 'Lopez',
    doNotText: true,
    phones: [{ phone: '+12145550177' }],
  });
  expect(await ana.contact.update.mutate({ contactId, firstName: 'María' })).toMatchObject({ name: 'María Lopez' });
  const { items } = await ana.change.list.query({ contactId });
  expect(items.map((item) => item.summary)).toEqual([
    'changed the name',
    'changed the name, phone numbers, and wish not to be texted',
  ]);
});

test('an update that changes nothing leaves no record', async () => {
  const { ana, deals } = await makeStore();
  expect(await ana.contact.update.mutate({ contactId: deals.ana.contactId, name: 'Maria Lopez' })).toMatchObject({
    version: 1,
    changeId: null,
  });
});

test('two people who change the same customer cannot both win', async () => {
  const { ana, manager, deals } = await makeStore();
  const { contactId } = deals.ana;
  await ana.contact.update.mutate({ contactId, version: 1, note: 'likes blue' });
  expect(await refusal(manager.contact.update.mutate({ contactId, version: 1, note: 'likes red' }))).toMatchObject({
    code: 'CONFLICT',
    reason: 'changed_meanwhile',
  });
});

test('a manager gives a customer to a rep; a rep cannot', async () => {
  const { ana, ben, manager, members, deals } = await makeStore();
  const { contactId } = deals.ana;
  expect(await refusal(ana.contact.update.mutate({ contactId, ownerId: members.otherRep }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  await manager.contact.update.mutate({ contactId, ownerId: members.otherRep });
  expect(await ben.contact.get.query({ contactId })).toMatchObject({ ownerId: members.otherRep, openDeals: 0 });
});

test('a customer with an open deal cannot be removed; one without can, and be brought back', async () => {
  const { ana, manager, deals, workspaceId } = await makeStore();
  expect(await refusal(manager.contact.archive.mutate({ contactId: deals.ana.contactId }))).toMatchObject({
    reason: 'has_open_deals',
  });
  const contactId = await makeContact(database.owner, workspaceId, { name: 'Nobody Special' });
  expect(await refusal(ana.contact.archive.mutate({ contactId }))).toMatchObject({ code: 'FORBIDDEN' });
  const { changeId } = await manager.contact.archive.mutate({ contactId });
  expect(await refusal(manager.contact.get.query({ contactId }))).toMatchObject({ code: 'NOT_FOUND' });
  await manager.change.undo.mutate({ changeId });
  expect(await manager.contact.get.query({ contactId })).toMatchObject({ name: 'Nobody Special' });
});

test('a list goes on where its page ended', async () => {
  const { manager, workspaceId } = await makeStore();
  for (const name of ['Bo', 'Al', 'Al', 'Cy']) await makeContact(database.owner, workspaceId, { name });
  const names: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof manager.contact.list.query>> = await manager.contact.list.query({
      limit: 2,
      cursor,
    });
    names.push(...page.items.map((item) => item.name));
    cursor = page.nextCursor;
  } while (cursor);
  expect(names).toEqual(['Al', 'Al', 'Bo', 'Cy', "John O'Brien", 'Maria Lopez']);
  expect(await refusal(manager.contact.list.query({ cursor: 'nonsense' }))).toMatchObject({ code: 'BAD_REQUEST' });
});

test('six people who write the same customer down at the same moment make one', async () => {
  const { manager } = await makeStore();
  const create = () => refusal(manager.contact.create.mutate({ name: 'Nina New', phone: '214-555-0166' }));
  const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(create));
  expect(answers.filter((answer) => answer === null)).toHaveLength(1);
  expect(answers.filter((answer) => answer?.reason === 'duplicate')).toHaveLength(5);
});
