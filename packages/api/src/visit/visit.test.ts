import { makeActivity, makeDeal } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore, refusal } from '../../test/harness.ts';
import { sameName } from './same-name.rules.ts';
import { stepOfMove } from './visit.rules.ts';

test('an up that is new makes customer, deal and a line of the desk log, and one Undo takes all of it back', async () => {
  const { ana, members } = await makeStore();
  const contact = { name: 'Kim Doyle', phone: '214-555-0177' };
  const up = await ana.visit.start.mutate({ contact, source: 'Drive-by', vehicle: 'blue Tahoe' });
  expect(up).toMatchObject({
    contactName: 'Kim Doyle',
    vehicle: 'blue Tahoe',
    source: 'Drive-by',
    kind: 'fresh',
    member: { memberId: members.rep, initials: 'AR' },
    arrivedAt: '2026-03-02T15:00:00.000Z',
    leftAt: null,
  });
  expect((await ana.activity.list.query({ dealId: up.dealId })).items).toMatchObject([
    { kind: 'visit', beBack: false },
  ]);
  await ana.change.undo.mutate({ changeId: up.changeId });
  expect((await ana.visit.list.query()).items).toEqual([]);
  expect((await ana.contact.list.query({ query: 'Doyle' })).items).toEqual([]);
});

test('who was here before is a be-back, by their number and name too; one who is in the store is not let in twice', async () => {
  const { ana, clock } = await makeStore();
  const contact = { name: 'Kim Doyle', phone: '214-555-0177' };
  const first = await ana.visit.start.mutate({ contact });
  expect(await refusal(ana.visit.start.mutate({ contact }))).toMatchObject({ code: 'CONFLICT', reason: 'visit_open' });
  await ana.visit.update.mutate({ visitId: first.visitId, left: true, result: 'be_back' });
  clock.at = '2026-03-04T20:00:00.000Z';
  const second = await ana.visit.start.mutate({ contact: { name: 'kim', phone: '(214) 555-0177' } });
  expect(second).toMatchObject({ dealId: first.dealId, contactName: 'Kim Doyle', kind: 'be_back' });
  expect((await ana.activity.list.query({ dealId: first.dealId })).items.map(({ beBack }) => beBack)).toEqual([
    true,
    false,
  ]);
});

test('a visit that was put down before there was a desk log makes the next one a be-back', async () => {
  const { ana, deals, workspaceId } = await makeStore();
  await makeActivity(database.owner, workspaceId, { ...deals.ana, kind: 'visit', occurredAt: '2026-02-20T15:00:00Z' });
  expect(await ana.visit.start.mutate({ dealId: deals.ana.dealId })).toMatchObject({ kind: 'be_back' });
});

test('a logged or texted visit is the same line, opened once', async () => {
  const { ana, manager, deals } = await makeStore();
  const { dealId } = deals.ana;
  await manager.activity.log.mutate({ dealId, kind: 'visit' });
  await ana.quicklog.submit.mutate({ text: 'lopez came in, likes the blue one' });
  expect((await ana.visit.list.query()).items).toMatchObject([{ dealId, kind: 'fresh' }]);
  const entries = (await ana.activity.list.query({ dealId })).items;
  expect(entries.filter(({ kind }) => kind === 'visit').map(({ beBack }) => beBack)).toEqual([false, false]);
});

test('a be-back said by text opens a be-back, and can be taken back whole', async () => {
  const { ana, deals } = await makeStore();
  const { status } = await ana.quicklog.submit.mutate({ text: 'lopez came back, demo, wu' });
  expect(status).toBe('logged');
  const [line] = (await ana.visit.list.query()).items;
  expect(line).toMatchObject({ dealId: deals.ana.dealId, kind: 'be_back', writeUpAt: '2026-03-02T15:00:00.000Z' });
  await ana.change.undoLatest.mutate();
  expect((await ana.visit.list.query()).items).toEqual([]);
});

test('a new up by text is in the store; one on the phone, or with an appointment, is not yet', async () => {
  const { ana } = await makeStore();
  await ana.quicklog.submit.mutate({ text: 'new up john smith 214-555-0142 used f150' });
  await ana.quicklog.submit.mutate({ text: 'new phone up jane roe 214-555-0143' });
  await ana.quicklog.submit.mutate({ text: 'new up max born 214-555-0144 appt sat 11' });
  expect((await ana.visit.list.query()).items.map(({ contactName }) => contactName)).toEqual(['John Smith']);
});

test('a demo drive, a move to Write-up and a sale are marked on the visit that is going on, each once', async () => {
  const { ana, clock, deals, stages } = await makeStore();
  const { dealId } = deals.ana;
  const { visitId } = await ana.visit.start.mutate({ dealId });
  clock.at = '2026-03-02T15:20:00.000Z';
  await ana.activity.log.mutate({ dealId, kind: 'demo', minutes: 20 });
  clock.at = '2026-03-02T16:00:00.000Z';
  await ana.deal.move.mutate({ dealId, stageId: stages['Demo drive'] });
  await ana.deal.move.mutate({ dealId, stageId: stages['Write-up'] });
  const sold = await ana.deal.move.mutate({ dealId, stageId: stages.Sold });
  const line = async () => (await ana.visit.list.query()).items.find((item) => item.visitId === visitId);
  expect(await line()).toMatchObject({
    demoAt: '2026-03-02T15:20:00.000Z',
    writeUpAt: '2026-03-02T16:00:00.000Z',
    result: 'sold',
    leftAt: null,
  });
  await ana.change.undo.mutate({ changeId: sold.changeId ?? '' });
  expect(await line()).toMatchObject({ result: null });
});

test('steps keep the time they were first marked at; a turnover goes to a manager; all of it can be taken back', async () => {
  const { ana, clock, deals, members } = await makeStore();
  const { visitId } = await ana.visit.start.mutate({ dealId: deals.ana.dealId });
  await ana.visit.update.mutate({ visitId, walkaround: true });
  clock.at = '2026-03-02T15:30:00.000Z';
  expect(await ana.visit.update.mutate({ visitId, walkaround: true })).toMatchObject({ changeId: null });
  const toRep = ana.visit.update.mutate({ visitId, turnoverTo: members.otherRep });
  expect(await refusal(toRep)).toMatchObject({ reason: 'not_a_manager' });
  const over = await ana.visit.update.mutate({
    visitId,
    turnoverTo: members.manager,
    result: 'no_interest',
    left: true,
  });
  expect(over).toMatchObject({
    walkaroundAt: '2026-03-02T15:00:00.000Z',
    turnoverTo: { name: 'Max Manager' },
    turnoverAt: clock.at,
    leftAt: clock.at,
    result: 'no_interest',
  });
  const { items } = await ana.change.list.query({ dealId: deals.ana.dealId });
  expect(items.map(({ summary }) => summary)).toEqual([
    'visit: T.O. to Max Manager, left the store, no interest',
    'visit: walkaround done',
    'checked in (a fresh up)',
  ]);
  await ana.change.undo.mutate({ changeId: over.changeId ?? '' });
  expect((await ana.visit.list.query()).items).toMatchObject([{ turnoverTo: null, leftAt: null, result: null }]);
});

test('who comes in on the day of their appointment has shown, also after they were given up on', async () => {
  const { ana, clock, deals } = await makeStore();
  const { dealId } = deals.ana;
  const { appointmentId } = await ana.appointment.create.mutate({ dealId, startsAt: '2026-03-02T16:00:00Z' });
  await ana.appointment.update.mutate({ appointmentId, status: 'no_show' });
  clock.at = '2026-03-02T22:00:00.000Z';
  expect(await ana.visit.start.mutate({ appointmentId })).toMatchObject({ kind: 'appointment', appointmentId, dealId });
  expect((await ana.appointment.list.query({ dealId })).items).toMatchObject([{ status: 'showed' }]);
});

test('an appointment that is marked as shown on its day is a line of the desk log, and Undo takes both back', async () => {
  const { ana, deals } = await makeStore();
  const { dealId } = deals.ana;
  const { appointmentId } = await ana.appointment.create.mutate({ dealId, startsAt: '2026-03-02T16:00:00Z' });
  const { changeId } = await ana.appointment.update.mutate({ appointmentId, status: 'showed' });
  expect((await ana.visit.list.query()).items).toMatchObject([{ appointmentId, kind: 'appointment' }]);
  await ana.change.undo.mutate({ changeId: changeId ?? '' });
  expect((await ana.visit.list.query()).items).toEqual([]);
  expect((await ana.appointment.list.query({ dealId })).items).toMatchObject([{ status: 'set' }]);
});

test('the desk log’s day is the dealership’s, on the day the clocks change too', async () => {
  const { ana, clock, deals } = await makeStore();
  // 23:30 on Saturday in Chicago; the clocks go forward on Sunday at two.
  clock.at = '2026-03-08T05:30:00.000Z';
  await ana.visit.start.mutate({ dealId: deals.ana.dealId });
  // 23:30 on Sunday, which had 23 hours.
  clock.at = '2026-03-09T04:30:00.000Z';
  await ana.visit.start.mutate({ dealId: deals.ana.dealId });
  const arrived = async (date: string) =>
    (await ana.visit.list.query({ date })).items.map(({ arrivedAt }) => arrivedAt.slice(0, 16));
  expect(await arrived('2026-03-07')).toEqual(['2026-03-08T05:30']);
  expect(await arrived('2026-03-08')).toEqual(['2026-03-09T04:30']);
  expect(await arrived('2026-03-09')).toEqual([]);
});

test('a visit told of on a later day is over: nobody waits for it to end', async () => {
  const { ana, clock, deals } = await makeStore();
  clock.at = '2026-03-03T15:00:00.000Z';
  await ana.activity.log.mutate({ dealId: deals.ana.dealId, kind: 'visit', occurredAt: '2026-03-02T21:00:00Z' });
  expect((await ana.visit.list.query({ date: '2026-03-02' })).items).toMatchObject([
    { arrivedAt: '2026-03-02T21:00:00.000Z', leftAt: '2026-03-02T21:00:00.000Z' },
  ]);
});

test('a rep has their own ups and takes them themselves; a manager gives them out and sees the floor', async () => {
  const store = await makeStore();
  const { ana, ben, manager, members, deals } = store;
  expect(await refusal(ana.visit.start.mutate({ dealId: deals.ben.dealId }))).toMatchObject({ code: 'NOT_FOUND' });
  const giveAway = ana.visit.start.mutate({ dealId: deals.ana.dealId, memberId: members.otherRep });
  expect(await refusal(giveAway)).toMatchObject({ code: 'FORBIDDEN' });
  await manager.visit.start.mutate({ contact: { name: 'Walk In' }, memberId: members.otherRep });
  await ana.visit.start.mutate({ dealId: deals.ana.dealId });
  const names = async (api: typeof ana) => (await api.visit.list.query()).items.map(({ contactName }) => contactName);
  expect(await names(ana)).toEqual(['Maria Lopez']);
  expect(await names(ben)).toEqual(['Walk In']);
  expect((await names(manager)).toSorted()).toEqual(['Maria Lopez', 'Walk In']);
});

test('two who greet the same customer at once make one line', async () => {
  const store = await makeStore();
  const { dealId } = await makeDeal(database.owner, store, {});
  const both = await Promise.allSettled([1, 2].map(() => store.ana.visit.start.mutate({ dealId })));
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test.each([
  ['maria lopez', 'maria', true],
  ['maria lopez', 'lopez maria', true],
  ['maria lopez', 'john', false],
])('of %s, %s is the name: %s', (known, typed, same) => {
  expect(sameName(known, typed)).toBe(same);
});

test('stages are known by their names, however a store writes them', () => {
  const at = '2026-03-02T15:00:00.000Z';
  expect(stepOfMove({ name: 'Writeup', kind: 'open' }, at)).toEqual({ writeUpAt: at });
  expect(stepOfMove({ name: 'Test drive', kind: 'open' }, at)).toEqual({ demoAt: at });
  expect(stepOfMove({ name: 'Contacted', kind: 'open' }, at)).toBeNull();
});

test('a customer who will be back some day is not in the store', async () => {
  const { ana } = await makeStore();
  expect((await ana.quicklog.submit.mutate({ text: 'lopez be back fri 3' })).status).toBe('logged');
  expect((await ana.visit.list.query()).items).toEqual([]);
});

test('two who mark different steps of a visit at once both succeed', async () => {
  const { ana, manager, deals } = await makeStore();
  const { visitId } = await ana.visit.start.mutate({ dealId: deals.ana.dealId });
  await Promise.all([
    ana.visit.update.mutate({ visitId, walkaround: true }),
    manager.visit.update.mutate({ visitId, demo: true }),
    ana.visit.update.mutate({ visitId, writeUp: true }),
  ]);
  const at = '2026-03-02T15:00:00.000Z';
  expect((await ana.visit.list.query()).items).toMatchObject([
    { walkaroundAt: at, demoAt: at, writeUpAt: at, version: 4 },
  ]);
});
