import { makeMember, makeTask } from '@beback/db/test';
import { expect, test } from 'vitest';
import { apiFor, database, makeStore, refusal } from '../../test/harness.ts';
import { initials, mayHandle } from './member.rules.ts';

test.each([
  ['Ana Rep', 'AR'],
  ['maria del carmen lopez', 'ML'],
  ['Cher', 'C'],
  ['🚗 Émile Zola', 'ÉZ'],
  ['🚗', '🚗'],
])('the initials of %s are %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test.each([
  ['owner', 'owner', true],
  ['manager', 'rep', true],
  ['manager', 'manager', false],
  ['manager', 'owner', false],
  ['rep', 'rep', false],
] as const)('a %s may look after a %s: %s', (actor, other, allowed) => {
  expect(mayHandle(actor, other)).toBe(allowed);
});

test('a member learns who they are and what they see', async () => {
  const { ana, manager, members, workspaceId, emailOf } = await makeStore();
  expect(await ana.member.me.query()).toEqual({
    memberId: members.rep,
    name: 'Ana Rep',
    email: emailOf(members.rep),
    initials: 'AR',
    role: 'rep',
    phone: null,
    colorScheme: 'auto',
    sees: 'own',
    workspace: {
      workspaceId,
      name: 'Northside Motors',
      timeZone: 'America/Chicago',
      currency: 'USD',
      country: 'US',
      floorOpen: false,
      demo: false,
    },
    now: '2026-03-02T15:00:00.000Z',
  });
  expect(await manager.member.me.query()).toMatchObject({ sees: 'floor' });
  expect(await ana.member.updateMe.mutate({ name: 'Ana Arroyo', colorScheme: 'dark' })).toMatchObject({
    name: 'Ana Arroyo',
    colorScheme: 'dark',
  });
});

test('an invited person is in the list and can call at once', async () => {
  const { manager, services, workspaceId } = await makeStore();
  const email = `${workspaceId}-new@people.example`;
  const invited = await manager.member.invite.mutate({ email: email.toUpperCase(), name: 'Nina New', role: 'rep' });
  expect(invited).toMatchObject({ email, name: 'Nina New', initials: 'NN', role: 'rep', active: true });
  expect((await manager.member.list.query()).items.map((member) => member.name)).toContain('Nina New');
  expect(await apiFor(services, { email, workspaceId }).member.me.query()).toMatchObject({ name: 'Nina New' });
  expect(await refusal(manager.member.invite.mutate({ email, name: 'Again', role: 'rep' }))).toMatchObject({
    code: 'CONFLICT',
    reason: 'member_exists',
  });
});

test('managers look after reps; only the owner makes managers and owners', async () => {
  const { boss, manager, ana, members } = await makeStore();
  const invite = { email: 'x@people.example', name: 'X', role: 'owner' as const };
  expect(await refusal(manager.member.invite.mutate(invite))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(ana.member.invite.mutate({ ...invite, role: 'rep' }))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(manager.member.setRole.mutate({ memberId: members.rep, role: 'owner' }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await refusal(manager.member.setRole.mutate({ memberId: members.owner, role: 'rep' }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await boss.member.setRole.mutate({ memberId: members.rep, role: 'manager' })).toMatchObject({
    role: 'manager',
  });
  expect(await ana.member.me.query()).toMatchObject({ role: 'manager', sees: 'floor' });
});

test('the last active owner stays one, also when two owners demote each other at once', async () => {
  const store = await makeStore();
  const { boss, members, workspaceId } = store;
  expect(await refusal(boss.member.setRole.mutate({ memberId: members.owner, role: 'rep' }))).toMatchObject({
    reason: 'last_owner',
  });
  expect(await refusal(boss.member.remove.mutate({ memberId: members.owner }))).toMatchObject({ reason: 'last_owner' });
  const second = await makeMember(database.owner, workspaceId, {
    role: 'owner',
    email: `${workspaceId}-second@people.example`,
  });
  const other = apiFor(store.services, { email: `${workspaceId}-second@people.example`, workspaceId });
  const refused = await Promise.all([
    refusal(boss.member.setRole.mutate({ memberId: second, role: 'rep' })),
    refusal(other.member.setRole.mutate({ memberId: members.owner, role: 'rep' })),
  ]);
  expect(refused.filter((one) => one === null)).toHaveLength(1);
  const owners =
    await database.owner`select id from members where workspace_id = ${workspaceId} and role = 'owner' and active`;
  expect(owners).toHaveLength(1);
});

test('who leaves hands over open deals and tasks, and calls no more', async () => {
  const { manager, ana, ben, members, deals, workspaceId } = await makeStore();
  await makeTask(database.owner, workspaceId, { ...deals.ana, memberId: members.rep, title: 'Call back' });
  expect(await refusal(manager.member.remove.mutate({ memberId: members.rep }))).toMatchObject({
    reason: 'hand_over_required',
    message: 'Ana Rep still has 1 open deal and 1 open task. Say who takes over.',
  });
  const { changeId, active } = await manager.member.remove.mutate({
    memberId: members.rep,
    handOverTo: members.otherRep,
  });
  expect(active).toBe(false);
  expect(await refusal(ana.member.me.query())).toMatchObject({ code: 'UNAUTHORIZED' });
  expect((await ben.task.list.query()).items).toMatchObject([{ title: 'Call back', contactName: 'Maria Lopez' }]);
  expect(await ben.deal.get.query({ dealId: deals.ana.dealId })).toMatchObject({ ownerId: members.otherRep });
  expect((await manager.change.list.query()).items[0]).toMatchObject({
    summary: 'removed Ana Rep; 1 open deal and 1 open task went to Ben Rep',
  });
  await manager.change.undo.mutate({ changeId });
  expect(await ana.deal.get.query({ dealId: deals.ana.dealId })).toMatchObject({ ownerId: members.rep });
});

test('a former member can be invited again', async () => {
  const { manager, ben, members, emailOf, deals } = await makeStore();
  await manager.deal.update.mutate({ dealId: deals.ben.dealId, ownerId: members.rep });
  await manager.member.remove.mutate({ memberId: members.otherRep });
  await manager.member.invite.mutate({ email: emailOf(members.otherRep), name: 'Ben Back', role: 'rep' });
  expect(await ben.member.me.query()).toMatchObject({ memberId: members.otherRep, name: 'Ben Back' });
});

test('a person switches only to a workspace of their own', async () => {
  const [north, lake] = [await makeStore(), await makeStore({ name: 'Lakeside Autos' })];
  const email = north.emailOf(north.members.readOnly);
  await makeMember(database.owner, lake.workspaceId, { email, role: 'rep' });
  const chosen: string[] = [];
  const switchWorkspace = async (workspaceId: string) => void chosen.push(workspaceId);
  const api = apiFor(north.services, { email, workspaceId: north.workspaceId, switchWorkspace });
  expect((await api.member.workspaces.query()).items.map((workspace) => workspace.name)).toEqual([
    'Lakeside Autos',
    'Northside Motors',
  ]);
  await api.member.switchWorkspace.mutate({ workspaceId: lake.workspaceId });
  expect(chosen).toEqual([lake.workspaceId]);
  const foreign = north.as(north.members.rep, { switchWorkspace });
  expect(await refusal(foreign.member.switchWorkspace.mutate({ workspaceId: lake.workspaceId }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});
