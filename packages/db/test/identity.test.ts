import { describe, expect, test } from 'vitest';
import { makeMember, makeWorkspace, testDatabase } from './database.ts';

const { db, owner } = await testDatabase();
const { identity } = db;
const here = (await makeWorkspace(owner, { name: 'Here' })).workspaceId;
const there = (await makeWorkspace(owner, { name: 'There', floorOpen: true })).workspaceId;
const pat = { email: 'pat@people.example', phone: '+12145550150', slackTeamId: 'T0HERE', slackUserId: 'U0PAT' };
const patHere = await makeMember(owner, here, { ...pat, name: 'Pat', role: 'manager' });
const patThere = await makeMember(owner, there, { email: pat.email, role: 'rep' });

describe('a person', () => {
  test('is found by e-mail address, in the workspace asked for', async () => {
    expect(await identity.byEmail('Pat@People.example', here)).toMatchObject({
      memberId: patHere,
      role: 'manager',
      workspaceName: 'Here',
    });
    expect(await identity.byEmail(pat.email, there)).toMatchObject({
      memberId: patThere,
      role: 'rep',
      floorOpen: true,
    });
  });

  test('is found by phone and by Slack user', async () => {
    const found = { workspaceId: here, memberId: patHere, name: 'Pat', timeZone: 'America/Chicago' };
    expect(await identity.byPhone(pat.phone)).toMatchObject(found);
    expect(await identity.bySlack(pat.slackTeamId, pat.slackUserId)).toMatchObject(found);
  });

  test('belongs to every workspace that has invited them', async () => {
    const workspaces = await identity.workspacesOf(pat.email);
    expect(workspaces.map(({ name, role }) => [name, role])).toEqual([
      ['Here', 'manager'],
      ['There', 'rep'],
    ]);
  });

  test('is found by a session that has not expired', async () => {
    const at = '2026-03-02T15:00:00Z';
    await owner`insert into auth."user" (id, name, email, created_at, updated_at) values ('pat', 'Pat', ${pat.email}, ${at}, ${at})`;
    await owner`insert into auth.session (id, token, user_id, workspace_id, expires_at, created_at, updated_at)
      values ('session', 'secret', 'pat', ${there}, '2026-03-03T15:00:00Z', ${at}, ${at})`;
    expect(await identity.bySession('secret', new Date(at))).toMatchObject({ memberId: patThere });
    expect(await identity.bySession('secret', new Date('2026-03-04T00:00:00Z'))).toBeNull();
    expect(await identity.bySession('guess', new Date(at))).toBeNull();
  });

  test('nobody knows is not found', async () => {
    expect(await identity.byEmail('nobody@people.example')).toBeNull();
    expect(await identity.byPhone('+12145559999')).toBeNull();
    expect(await identity.bySlack('T0HERE', 'U0NOBODY')).toBeNull();
    expect(await identity.demoPeople()).toEqual([]);
  });

  test('who has left is not found, and their phone can be somebody else’s', async () => {
    const phone = '+12145550151';
    const leaver = await makeMember(owner, here, { phone, email: 'lee@people.example' });
    await owner`update members set active = false where id = ${leaver}`;
    expect(await identity.byPhone(phone)).toBeNull();
    expect(await identity.byEmail('lee@people.example')).toBeNull();
    const next = await makeMember(owner, there, { phone });
    expect(await identity.byPhone(phone)).toMatchObject({ memberId: next, workspaceId: there });
  });

  test('cannot have a phone that is somebody’s already, in whatever workspace', async () => {
    await expect(makeMember(owner, there, { phone: pat.phone })).rejects.toMatchObject({ code: '23505' });
  });
});

test('the dealerships with an appointment that nobody came to are told, each by its own patience', async () => {
  const patient = (await makeWorkspace(owner, { name: 'Patient' })).workspaceId;
  const strict = (await makeWorkspace(owner, { name: 'Strict' })).workspaceId;
  await owner`update workspaces set no_show_minutes = 15 where workspace_id = ${strict}`;
  for (const workspaceId of [patient, strict])
    await owner`insert into appointments (workspace_id, id, starts_at, created_at)
      values (${workspaceId}, gen_random_uuid(), '2026-03-02T15:00:00Z', '2026-03-01T15:00:00Z')`;
  expect(await identity.dueAppointments(new Date('2026-03-02T15:14:00Z'))).toEqual([]);
  expect(await identity.dueAppointments(new Date('2026-03-02T15:15:00Z'))).toEqual([strict]);
  expect((await identity.dueAppointments(new Date('2026-03-02T16:00:00Z'))).toSorted()).toEqual(
    [patient, strict].toSorted(),
  );
  await owner`update appointments set status = 'showed' where workspace_id in (${patient}, ${strict})`;
  expect(await identity.dueAppointments(new Date('2026-03-02T17:00:00Z'))).toEqual([]);
});
