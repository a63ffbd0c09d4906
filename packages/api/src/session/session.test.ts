import { expect, test } from 'vitest';
import { apiFor, database, makeServices, makeStore, otherSession, refusal } from '../../test/harness.ts';
import { recordSession } from './record-session.ts';

const at = '198.51.100.4';

async function comings(workspaceId: string) {
  return database.owner`select procedure, address, member_id, summary, door from changes
    where workspace_id = ${workspaceId} and subject_type = 'session' order by seq`;
}

test('people see where they are signed in, and end a session of theirs', async () => {
  const store = await makeStore();
  expect((await store.ana.session.list.query()).items).toEqual([otherSession]);
  await store.ana.session.end.mutate({ sessionId: 'elsewhere' });
  expect(await refusal(store.ana.session.end.mutate({ sessionId: 'somebody else’s' }))).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await store.ana.session.endOthers.mutate()).toMatchObject({ ended: 1 });
  const rows = await comings(store.workspaceId);
  expect(rows.map(({ procedure, member_id }) => [procedure, member_id])).toEqual([
    ['session.end', store.members.rep],
    ['session.end', store.members.rep],
  ]);
});

test('signing in is in the audit log of every dealership of the person, and takes nothing from undo', async () => {
  const store = await makeStore();
  const other = await makeStore({ name: 'Other Motors' });
  const email = store.emailOf(store.members.rep);
  await database.owner`update members set email = ${email}
    where workspace_id = ${other.workspaceId} and id = ${other.members.rep}`;
  const task = await store.ana.task.create.mutate({ title: 'Call back', dueAt: '2026-03-06T21:00:00.000Z' });
  await recordSession(store.services, { kind: 'start', email, address: at, door: 'web' });
  for (const { workspaceId, members } of [store, other]) {
    expect(await comings(workspaceId)).toMatchObject([
      { procedure: 'session.start', address: at, member_id: members.rep, summary: 'signed in', door: 'web' },
    ]);
  }
  const listed = await store.ana.change.list.query({});
  expect(listed.items.map(({ procedure }) => procedure)).toEqual(['task.create']);
  await store.ana.change.undoLatest.mutate();
  expect((await store.ana.task.list.query({})).items.map(({ taskId }) => taskId)).not.toContain(task.taskId);
});

test('those who may only look on leave their traces, too', async () => {
  const store = await makeStore();
  const email = store.emailOf(store.members.readOnly);
  await recordSession(store.services, { kind: 'start', email, door: 'web' });
  expect(await comings(store.workspaceId)).toHaveLength(1);
});

test('failures are written down ten times an hour, and those of nobody not at all', async () => {
  const store = await makeStore();
  const email = store.emailOf(store.members.manager);
  for (let attempt = 0; attempt < 12; attempt += 1)
    await recordSession(store.services, { kind: 'fail', email, address: at, door: 'web' });
  await recordSession(store.services, { kind: 'fail', email: 'nobody@nowhere.example', door: 'web' });
  expect(await comings(store.workspaceId)).toHaveLength(10);
});

test('a delivery from outside that comes twice is one line', async () => {
  const store = await makeStore();
  const email = store.emailOf(store.members.owner);
  const delivery = { provider: 'clerk', externalId: 'msg_1' };
  await recordSession(store.services, { kind: 'start', email, door: 'web', delivery });
  await recordSession(store.services, { kind: 'start', email, door: 'web', delivery });
  expect(await comings(store.workspaceId)).toHaveLength(1);
});

test('who belongs to no dealership is told so, and knows who they are', async () => {
  const { services } = makeServices();
  const stranger = apiFor(services, { email: 'new@people.example', person: { name: 'New' } });
  expect(await refusal(stranger.member.me.query())).toMatchObject({
    code: 'FORBIDDEN',
    reason: 'no_workspace',
    message: 'You belong to no dealership yet.',
  });
  expect(await stranger.person.me.query()).toEqual({
    email: 'new@people.example',
    name: 'New',
    twoFactor: false,
    workspaces: [],
    invitations: [],
  });
});
