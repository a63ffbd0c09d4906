import { makeMember } from '@beback/db/test';
import { expect, test } from 'vitest';
import { apiFor, database, makeStore, refusal } from '../../test/harness.ts';
import { effectiveNotices } from '../notice/notice.rules.ts';
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
    phoneLinked: false,
    slackLinked: false,
    twoFactor: null,
    colorScheme: 'auto',
    notifications: effectiveNotices({}),
    sees: 'own',
    workspace: {
      workspaceId,
      name: 'Northside Motors',
      timeZone: 'America/Chicago',
      currency: 'USD',
      country: 'US',
      floorOpen: false,
      demo: false,
      requireTwoFactor: false,
      unownedVisible: 'floor',
      sells: 'both',
    },
    seq: 0,
    now: '2026-03-02T15:00:00.000Z',
  });
  expect(await manager.member.me.query()).toMatchObject({ sees: 'floor' });
  expect(await ana.member.updateMe.mutate({ name: 'Ana Arroyo', colorScheme: 'dark' })).toMatchObject({
    name: 'Ana Arroyo',
    colorScheme: 'dark',
  });
});

test('who may only look on still changes their own profile, and nothing else', async () => {
  const { reader, members, manager } = await makeStore();
  const notifications = { turnover: { email: 'daily' as const } };
  expect(await reader.member.updateMe.mutate({ name: 'Rae Rider', colorScheme: 'light', notifications })).toMatchObject(
    {
      name: 'Rae Rider',
      colorScheme: 'light',
      notifications: expect.objectContaining({ turnover: { email: 'daily', text: 'at_once', slack: 'at_once' } }),
    },
  );
  expect((await manager.change.list.query()).items[0]).toMatchObject({
    summary: 'changed their own name, colors, and notifications',
    memberId: members.readOnly,
  });
  expect(await refusal(reader.task.create.mutate({ title: 'Call' }))).toMatchObject({ code: 'FORBIDDEN' });
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
