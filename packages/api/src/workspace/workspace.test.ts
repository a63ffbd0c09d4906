import { makeDeal } from '@beback/db/test';
import { expect, test } from 'vitest';
import { apiFor, database, makeServices, makeStore, refusal } from '../../test/harness.ts';
import { countryOf, isCurrency, isPlace } from './region.rules.ts';

test('the owner renames the dealership and sets its time zone; others look on', async () => {
  const { boss, manager, ana } = await makeStore();
  expect(await boss.workspace.update.mutate({ name: 'Southside Motors', timeZone: 'Europe/Berlin' })).toMatchObject({
    name: 'Southside Motors',
    timeZone: 'Europe/Berlin',
    version: 2,
  });
  expect(await ana.workspace.get.query()).toMatchObject({ name: 'Southside Motors', currency: 'USD' });
  expect(await refusal(manager.workspace.update.mutate({ name: 'Mine' }))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(boss.workspace.update.mutate({ timeZone: 'Mars/Olympus' }))).toMatchObject({
    code: 'BAD_REQUEST',
    fields: { timeZone: 'is not a time zone' },
  });
  expect(await refusal(boss.workspace.update.mutate({ name: 'Late', version: 1 }))).toMatchObject({ code: 'CONFLICT' });
});

test('an open floor shows every deal to every rep, until it is closed or taken back', async () => {
  const { boss, ben, deals } = await makeStore();
  const { dealId } = deals.ana;
  const { changeId } = await boss.workspace.update.mutate({ floorOpen: true });
  expect(await ben.deal.get.query({ dealId })).toMatchObject({ contactName: 'Maria Lopez' });
  expect(await ben.member.me.query()).toMatchObject({ sees: 'floor' });
  await boss.change.undo.mutate({ changeId });
  expect(await refusal(ben.deal.get.query({ dealId }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('what nobody has taken is shown to reps where the owner says so, and that can be taken back', async () => {
  const store = await makeStore();
  const { dealId } = await makeDeal(database.owner, store, { ownerId: null });
  expect(await refusal(store.ana.deal.get.query({ dealId }))).toMatchObject({ code: 'NOT_FOUND' });
  const { changeId } = await store.boss.workspace.update.mutate({ unownedVisible: 'everyone' });
  expect(await store.ana.deal.get.query({ dealId })).toMatchObject({ ownerId: null });
  expect((await store.boss.change.list.query()).items[0]).toMatchObject({
    summary: 'showed reps the deals nobody has taken',
  });
  await store.boss.change.undo.mutate({ changeId });
  expect(await refusal(store.ana.deal.get.query({ dealId }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('an owner asks for a second factor only with one of their own', async () => {
  const { boss, as, members, workspaceId } = await makeStore();
  expect(await refusal(boss.workspace.update.mutate({ requireTwoFactor: true }))).toMatchObject({
    reason: 'two_factor_missing',
  });
  const sure = as(members.owner, { twoFactor: true });
  expect(await sure.workspace.update.mutate({ requireTwoFactor: true })).toMatchObject({ requireTwoFactor: true });
  expect(await refusal(as(members.rep, { twoFactor: false }).deal.board.query())).toMatchObject({
    code: 'FORBIDDEN',
    reason: 'two_factor_required',
  });
  expect(await as(members.rep, { twoFactor: true }).workspace.get.query()).toMatchObject({ workspaceId });
});

test('settings that make no sense are refused and named', async () => {
  const { boss } = await makeStore();
  const reason = { key: 'timing', name: 'Timing', bad: false, hidden: false };
  for (const [input, field] of [
    [{ noShowMinutes: 5 }, 'noShowMinutes'],
    [{ currency: 'DOLLARS' }, 'currency'],
    [{ timeZone: '+05:00' }, 'timeZone'],
    [{ sources: ['Phone', 'phone'] }, 'sources'],
    [{ lostReasons: [reason, reason] }, 'lostReasons'],
  ] as const) {
    const refused = await refusal(boss.workspace.update.mutate({ ...input } as never));
    expect(Object.keys(refused?.fields ?? {})).toEqual([field]);
  }
  expect(
    await boss.workspace.update.mutate({ sources: ['Phone', 'Radio'], lostReasons: [reason], noShowMinutes: 30 }),
  ).toMatchObject({ sources: ['Phone', 'Radio'], lostReasons: [reason], noShowMinutes: 30 });
});

test('somebody who belongs nowhere opens a dealership with a pipeline, and owns it', async () => {
  const { services } = makeServices();
  const email = `${crypto.randomUUID()}@people.example`;
  const looksAt: string[] = [];
  const founder = apiFor(services, {
    email,
    person: { name: 'Fay Founder' },
    switchWorkspace: async (workspaceId) => void looksAt.push(workspaceId),
  });
  const { workspaceId } = await founder.workspace.create.mutate({
    name: 'Fresh Motors',
    timeZone: 'Europe/Berlin',
    currency: 'eur',
    sells: 'used',
  });
  expect(looksAt).toEqual([workspaceId]);
  expect(await founder.workspace.get.query()).toMatchObject({
    workspaceId,
    name: 'Fresh Motors',
    currency: 'EUR',
    country: 'DE',
    sells: 'used',
    demo: false,
  });
  expect(await founder.member.me.query()).toMatchObject({ email, name: 'Fay Founder', role: 'owner', sees: 'floor' });
  expect((await founder.stage.list.query()).items.map((stage) => stage.name)).toMatchObject({ 0: 'New up', 9: 'Lost' });
  expect((await founder.change.list.query()).items).toMatchObject([
    { procedure: 'workspace.create', summary: 'opened Fresh Motors', memberName: 'Fay Founder' },
  ]);
  expect(await founder.deal.create.mutate({ contact: { name: 'First Up', phone: '030 901820' } })).toMatchObject({
    number: 1,
    currency: 'EUR',
  });
});

test('a person opens at most five dealerships a day', async () => {
  const { services } = makeServices();
  const founder = apiFor(services, { email: `${crypto.randomUUID()}@people.example`, person: {} });
  const open = () => founder.workspace.create.mutate({ name: 'M', timeZone: 'UTC', currency: 'USD', sells: 'both' });
  for (let nth = 0; nth < 5; nth += 1) await open();
  expect(await refusal(open())).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

test.each([
  ['America/Chicago', 'US'],
  ['America/Toronto', 'CA'],
  ['Asia/Kolkata', 'IN'],
  ['Europe/Berlin', 'DE'],
  ['UTC', 'US'],
])('a dealership in %s reads local phone numbers as %s', (timeZone, country) => {
  expect(countryOf(timeZone)).toBe(country);
});

test('places and currencies are real ones', () => {
  expect(['America/Chicago', 'US/Central', 'UTC', '+05:00', 'Mars/Olympus', ''].map(isPlace)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(['USD', 'EUR', 'ZZZ', ''].map(isCurrency)).toEqual([true, true, false, false]);
});
