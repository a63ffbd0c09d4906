import { makeDeal } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore, refusal } from '../../test/harness.ts';

test('a deal is opened with a new customer and a vehicle in one change, which undo takes back whole', async () => {
  const { ana } = await makeStore();
  const { changeId, ...made } = await ana.deal.create.mutate({
    contact: { name: 'Ada Lovelace', phone: '2145550199' },
    vehicle: { year: 2024, make: 'Chevrolet', model: 'Tahoe', priceCents: 5_500_000, stockNumber: 'T100' },
    source: 'Showroom',
  });
  expect(made).toMatchObject({
    number: 3,
    title: '2024 Chevrolet Tahoe',
    contactName: 'Ada Lovelace',
    valueCents: 5_500_000,
    currency: 'USD',
    probability: 10,
    stockNumber: 'T100',
    vehicle: '2024 Chevrolet Tahoe',
  });
  await ana.change.undo.mutate({ changeId });
  expect(await refusal(ana.deal.get.query({ dealId: made.dealId }))).toMatchObject({ code: 'NOT_FOUND' });
  expect((await ana.contact.search.query({ query: 'lovelace' })).items).toEqual([]);
});

test('a deal without a customer is refused in words', async () => {
  const { ana } = await makeStore();
  expect(await refusal(ana.deal.create.mutate({ title: 'Tahoe' }))).toMatchObject({
    code: 'BAD_REQUEST',
    message: 'Say either which contact, or who the new one is.',
  });
});

test('a rep’s new deal is the rep’s own, a manager’s is nobody’s or a working member’s', async () => {
  const { ana, manager, members, deals } = await makeStore();
  const contact = { name: 'Ada Lovelace' };
  expect(await ana.deal.create.mutate({ contact })).toMatchObject({ ownerId: members.rep });
  expect(await refusal(ana.deal.create.mutate({ contact, ownerId: members.otherRep }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await manager.deal.create.mutate({ contact })).toMatchObject({ ownerId: null });
  const readers = manager.deal.create.mutate({ contactId: deals.ana.contactId, ownerId: members.readOnly });
  expect(await refusal(readers)).toMatchObject({ reason: 'member_read_only' });
});

test('the page of a deal holds its customer, vehicles, trade-ins, appointments and who sees it', async () => {
  const { ana, members, deals } = await makeStore();
  const { dealId, contactId } = deals.ana;
  await ana.vehicle.create.mutate({ dealId, year: 2024, make: 'Chevrolet', model: 'Tahoe' });
  await ana.trade.create.mutate({
    dealId,
    make: 'Ford',
    model: 'Escape',
    allowanceCents: 900_000,
    payoffCents: 1_000_000,
  });
  await ana.appointment.create.mutate({ dealId, startsAt: '2026-03-06T21:00:00Z' });
  await ana.task.create.mutate({ dealId, title: 'Call back', dueAt: '2026-03-03T15:00:00Z' });
  expect(await ana.deal.get.query({ dealId })).toMatchObject({
    dealId,
    contact: { contactId, name: 'Maria Lopez', openDeals: 1 },
    vehicles: [{ make: 'Chevrolet', dealId }],
    trades: [{ make: 'Ford', equityCents: -100_000 }],
    appointments: [{ startsAt: '2026-03-06T21:00:00.000Z', contactName: 'Maria Lopez', status: 'set' }],
    nextTask: { title: 'Call back' },
    visibleTo: [{ memberId: members.rep, name: 'Ana Rep', initials: 'AR' }],
    seenByFloor: true,
    probabilityOverride: null,
    lostReason: null,
  });
});

test('a changed value, chance and source are told in one sentence', async () => {
  const { ana, deals } = await makeStore();
  const { dealId } = deals.ana;
  const changed = await ana.deal.update.mutate({ dealId, valueCents: 5_200_000, probability: 60, source: 'Phone' });
  expect(changed).toMatchObject({
    valueCents: 5_200_000,
    probability: 60,
    source: 'Phone',
    version: 2,
    contactName: 'Maria Lopez',
  });
  expect(await ana.deal.update.mutate({ dealId, probability: null })).toMatchObject({ probability: 10 });
  const { items } = await ana.change.list.query({ dealId });
  expect(items.map((item) => item.summary)).toEqual([
    'set the chance back to the stage’s own',
    'set the value to $52,000, set the source to Phone, and set the chance to 60%',
  ]);
});

test('a rep hands a deal to another rep, is answered, and sees it no more', async () => {
  const { ana, ben, manager, members, deals } = await makeStore();
  const { dealId, contactId } = deals.ana;
  const handed = await ana.deal.update.mutate({ dealId, ownerId: members.otherRep });
  expect(handed).toMatchObject({ ownerId: members.otherRep, contactName: 'Maria Lopez', version: 2 });
  expect(await refusal(ana.deal.get.query({ dealId }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refusal(ana.contact.get.query({ contactId }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await ben.deal.get.query({ dealId })).toMatchObject({ contactName: 'Maria Lopez' });
  expect((await manager.change.list.query({ dealId })).items[0]).toMatchObject({
    summary: 'handed to Ben Rep',
    memberName: 'Ana Rep',
  });
});

test('only its owner or a manager hands a deal over, and never to nobody or to somebody who left', async () => {
  const { ana, ben, manager, boss, members, deals } = await makeStore({ floorOpen: true });
  const { dealId } = deals.ana;
  expect(await refusal(ben.deal.update.mutate({ dealId, ownerId: members.otherRep }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await refusal(ana.deal.update.mutate({ dealId, ownerId: null }))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await manager.deal.update.mutate({ dealId, ownerId: null })).toMatchObject({ ownerId: null });
  expect(await ben.deal.update.mutate({ dealId, ownerId: members.otherRep })).toMatchObject({
    ownerId: members.otherRep,
  });
  await boss.member.remove.mutate({ memberId: members.rep });
  expect(await refusal(ben.deal.update.mutate({ dealId, ownerId: members.rep }))).toMatchObject({
    reason: 'member_inactive',
  });
});

test('two people who change the same deal cannot both win', async () => {
  const { ana, manager, deals } = await makeStore();
  const { dealId } = deals.ana;
  const results = await Promise.all([
    refusal(ana.deal.update.mutate({ dealId, version: 1, valueCents: 1 })),
    refusal(manager.deal.update.mutate({ dealId, version: 1, valueCents: 2 })),
  ]);
  expect(results.filter((result) => result === null)).toHaveLength(1);
  expect(results.find((result) => result !== null)).toMatchObject({ code: 'CONFLICT', reason: 'changed_meanwhile' });
});

test('two who move one deal without having seen a version both move it, one after the other', async () => {
  const { ana, manager, stages, deals } = await makeStore();
  const { dealId } = deals.ana;
  await Promise.all([
    ana.deal.move.mutate({ dealId, stageId: stages.Contacted }),
    manager.deal.move.mutate({ dealId, stageId: stages['Write-up'] }),
  ]);
  const { items } = await manager.change.list.query({ dealId });
  expect(items).toHaveLength(2);
  expect(await manager.deal.get.query({ dealId })).toMatchObject({ version: 3, stageId: items[0]?.toStage?.stageId });
  expect(items[0]?.fromStage).toEqual(items[1]?.toStage);
});

test('a move says from where to where, and is in the history with its door', async () => {
  const store = await makeStore();
  const { members, stages, deals } = store;
  const slack = store.as(members.manager, { door: 'slack' });
  const moved = await slack.deal.move.mutate({ dealId: deals.ana.dealId, stageId: stages['Write-up'] });
  expect(moved).toMatchObject({ probability: 65, fromStage: { name: 'New up' }, toStage: { name: 'Write-up' } });
  const { items } = await store.ana.change.list.query({ dealId: deals.ana.dealId });
  expect(items[0]).toMatchObject({
    summary: 'moved to Write-up from New up',
    door: 'slack',
    memberName: 'Max Manager',
    undoable: false,
  });
});

test('a deal is lost only with a reason, and won with the day it was sold', async () => {
  const { ana, stages, deals } = await makeStore();
  const { dealId } = deals.ana;
  expect(await refusal(ana.deal.move.mutate({ dealId, stageId: stages.Lost }))).toMatchObject({
    code: 'BAD_REQUEST',
    reason: 'lost_reason_required',
  });
  await ana.deal.move.mutate({ dealId, stageId: stages.Lost, lostReason: 'timing' });
  expect(await ana.deal.get.query({ dealId })).toMatchObject({ lostReason: 'timing', probability: 0 });
  await ana.deal.move.mutate({ dealId, stageId: stages.Sold });
  expect(await ana.deal.get.query({ dealId })).toMatchObject({
    lostReason: null,
    soldOn: '2026-03-02',
    probability: 100,
  });
  expect(
    await refusal(ana.deal.move.mutate({ dealId, stageId: stages.Delivered, soldOn: '2026-03-09' })),
  ).toMatchObject({ reason: 'sold_in_future' });
});

test('the board holds what a member may see, counted and summed by stage', async () => {
  const store = await makeStore();
  await makeDeal(database.owner, store, { ownerId: store.members.rep, stage: 'Contacted', valueCents: 1_000 });
  const count = async (api: typeof store.ana) =>
    (await api.deal.board.query({})).stages.map((stage) => [stage.name, stage.count, stage.totalCents]).slice(0, 2);
  expect(await count(store.ana)).toEqual([
    ['New up', 1, 5_000_000],
    ['Contacted', 1, 1_000],
  ]);
  expect(await count(store.ben)).toEqual([
    ['New up', 1, 5_000_000],
    ['Contacted', 0, 0],
  ]);
  expect(await count(store.manager)).toEqual([
    ['New up', 2, 10_000_000],
    ['Contacted', 1, 1_000],
  ]);
  const filtered = await store.manager.deal.board.query({ query: 'lopez' });
  expect(filtered.stages.flatMap((stage) => stage.deals).map((card) => card.number)).toEqual([1, 3]);
});

test('a deal list goes on where its page ended', async () => {
  const store = await makeStore();
  for (let made = 0; made < 3; made += 1) await makeDeal(database.owner, store);
  const first = await store.manager.deal.list.query({ limit: 3 });
  const second = await store.manager.deal.list.query({ limit: 3, cursor: first.nextCursor });
  expect([...first.items, ...second.items].map((card) => card.number)).toEqual([5, 4, 3, 2, 1]);
  expect(second.nextCursor).toBeNull();
});

test('a deal is lost for one of the dealership’s reasons, and sources are offered in its order', async () => {
  const { ana, deals, stages, workspaceId } = await makeStore();
  const { dealId } = deals.ana;
  const own = [
    { key: 'moved_away', name: 'Moved away', bad: false, hidden: false },
    { key: 'strike', name: 'Strike', bad: false, hidden: true },
  ];
  await database.owner`update workspaces set lost_reasons = ${database.owner.json(own)},
    sources = ${database.owner.json(['Billboard', 'Phone'])} where workspace_id = ${workspaceId}`;
  const lose = (lostReason: string) => ana.deal.move.mutate({ dealId, stageId: stages.Lost, lostReason });
  for (const unknown of ['strike', 'nonsense'])
    expect(await refusal(lose(unknown))).toMatchObject({ reason: 'unknown_lost_reason' });
  await lose('moved_away');
  expect(await ana.deal.get.query({ dealId })).toMatchObject({ lostReason: 'moved_away' });
  expect((await ana.deal.lostReasons.query()).items.slice(0, 3).map(({ name }) => name)).toEqual([
    'Moved away',
    'Strike',
    'Bought elsewhere',
  ]);
  await ana.deal.update.mutate({ dealId, source: 'Auction' });
  expect(await ana.deal.sources.query()).toMatchObject({
    offered: ['Billboard', 'Phone'],
    items: ['Billboard', 'Phone', 'Auction'],
  });
});
