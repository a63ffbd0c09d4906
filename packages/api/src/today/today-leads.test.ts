import { makeActivity, makeTask } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore } from '../../test/harness.ts';

const names = (items: { contactName: string | null }[]) => items.map(({ contactName }) => contactName);

test('a new lead waits until a person is in touch: an automatic reply and a note do not stop the clock', async () => {
  const { ana, deals, workspaceId, members } = await makeStore();
  const { dealId, contactId } = deals.ana;
  const waiting = async () => (await ana.today.get.query()).newLeads;
  expect(await waiting()).toMatchObject([{ contactName: 'Maria Lopez', waitingSince: '2026-03-02T15:00:00.000Z' }]);
  await ana.activity.log.mutate({ dealId, kind: 'note', note: 'from the web site' });
  const reply = await makeActivity(database.owner, workspaceId, {
    dealId,
    contactId,
    memberId: members.rep,
    kind: 'email',
  });
  await database.owner`update activities set via = 'job' where id = ${reply}`;
  expect(await waiting()).toHaveLength(1);
  await ana.activity.log.mutate({ dealId, kind: 'call', outcome: 'left_message' });
  expect(await waiting()).toEqual([]);
});

test('who walked in is no lead that waits, and one of last week has gone quiet instead', async () => {
  const { ana, manager, clock, deals } = await makeStore();
  await ana.visit.start.mutate({ dealId: deals.ana.dealId });
  expect(names((await manager.today.get.query()).newLeads)).toEqual(["John O'Brien"]);
  clock.at = '2026-03-10T15:00:00.000Z';
  expect((await manager.today.get.query()).newLeads).toEqual([]);
});

test('a be-back is expected when somebody who was here has an appointment or a follow-up in the coming days', async () => {
  const { ana, clock, deals } = await makeStore();
  const { dealId } = deals.ana;
  const { visitId } = await ana.visit.start.mutate({ dealId });
  await ana.task.create.mutate({ dealId, title: 'Comes back with her husband', dueAt: '2026-03-04T18:00:00Z' });
  expect((await ana.today.get.query()).beBacksExpected).toEqual([]);
  await ana.visit.update.mutate({ visitId, left: true, result: 'be_back' });
  clock.at = '2026-03-03T15:00:00.000Z';
  expect((await ana.today.get.query()).beBacksExpected).toMatchObject([
    {
      contactName: 'Maria Lopez',
      title: 'Comes back with her husband',
      expectedAt: '2026-03-04T18:00:00.000Z',
      lastVisitAt: '2026-03-02T15:00:00.000Z',
    },
  ]);
  await ana.appointment.create.mutate({ dealId, startsAt: '2026-03-04T20:00:00Z' });
  expect((await ana.today.get.query()).beBacksExpected).toMatchObject([
    { expectedAt: '2026-03-04T20:00:00.000Z', kind: 'visit', taskId: null },
  ]);
  clock.at = '2026-03-20T15:00:00.000Z';
  expect((await ana.today.get.query()).beBacksExpected).toEqual([]);
});

test('those who run the floor see open visits, who has logged nothing, and what nobody has taken; a rep their own visits', async () => {
  const { ana, ben, manager, deals } = await makeStore();
  await manager.deal.create.mutate({ contact: { name: 'Web Lead' } });
  await ana.visit.start.mutate({ dealId: deals.ana.dealId });
  const floor = await manager.today.get.query();
  expect(names(floor.visitsOpen)).toEqual(['Maria Lopez']);
  expect(floor.floor).toMatchObject({ openVisits: 1, silentReps: [{ name: 'Ben Rep' }] });
  expect(names(floor.floor?.unassigned ?? [])).toEqual(['Web Lead']);
  expect(await ben.today.get.query()).toMatchObject({ visitsOpen: [], floor: null });
  expect((await ana.today.get.query()).visitsOpen).toHaveLength(1);
});

test('yesterday’s visit that nobody ended is still something to see', async () => {
  const { manager, clock, deals } = await makeStore();
  await manager.visit.start.mutate({ dealId: deals.ana.dealId });
  clock.at = '2026-03-03T15:00:00.000Z';
  expect((await manager.today.get.query()).visitsOpen).toHaveLength(1);
  clock.at = '2026-03-04T15:00:00.000Z';
  expect((await manager.today.get.query()).visitsOpen).toEqual([]);
});

test('a follow-up that is overdue is not a be-back that is expected', async () => {
  const { ana, clock, deals, workspaceId, members } = await makeStore();
  const { visitId } = await ana.visit.start.mutate({ dealId: deals.ana.dealId });
  await ana.visit.update.mutate({ visitId, left: true });
  await makeTask(database.owner, workspaceId, { ...deals.ana, memberId: members.rep, dueAt: '2026-03-02T20:00:00Z' });
  clock.at = '2026-03-03T15:00:00.000Z';
  expect((await ana.today.get.query()).beBacksExpected).toEqual([]);
});
