import { type Person, toActor } from '@beback/api';
import { makeWorkspace, testDatabase } from '@beback/db/test';
import { startStandIns } from '@beback/vendors';
import { afterAll, describe, expect, test } from 'vitest';
import { type Adapter, bearer, clerk, inCookie, local, type SignedIn } from './adapters.ts';

// One identity port: whoever signs people in, this holds.

const database = await testDatabase();
const standIns = await startStandIns({ now: () => new Date() });
afterAll(() => standIns.close());
const { owner } = database;

async function aRep() {
  const workspace = await makeWorkspace(owner);
  const [row] = await owner`select email from members where id = ${workspace.members.rep}`;
  return { ...workspace, email: String(row?.email) };
}

describe.each([
  ['local', local],
  ['clerk', clerk],
] as const)('sign-in, %s', (_name, make) => {
  const adapter: Adapter = make(database, standIns);
  const { port } = adapter;
  const identify = ({ token }: SignedIn) => port.identify(bearer(token));
  const personOf = async ({ token }: SignedIn): Promise<Person> => {
    const person = await port.identifyPerson(bearer(token));
    if (!person) throw new Error('nobody is signed in');
    return person;
  };

  test('a genuine token is its member, as a bearer and in the cookie', async () => {
    const { email, members, workspaceId } = await aRep();
    const signedIn = await adapter.signIn(email);
    const visitor = await identify(signedIn);
    expect(visitor).toMatchObject({ door: 'api', row: { email, workspaceId, memberId: members.rep, keyId: null } });
    expect(await port.identify(inCookie(adapter.cookie, signedIn.token))).toMatchObject({
      door: 'web',
      row: { email },
    });
    expect(await personOf(signedIn)).toMatchObject({ email, sessionId: signedIn.sessionId });
  });

  test('a token that is not genuine is nobody’s', async () => {
    const { email } = await aRep();
    const signedIn = await adapter.signIn(email);
    for (const [name, token] of Object.entries(await adapter.wrong(signedIn))) {
      expect(await port.identify(bearer(token)), name).toBeNull();
      expect(await port.identify(inCookie(adapter.cookie, token)), name).toBeNull();
      expect(await port.identifyPerson(bearer(token)), name).toBeNull();
    }
    expect(await identify(signedIn)).not.toBeNull();
  });

  test('without any token there is nobody', async () => {
    const nothing = inCookie('another', 'x');
    expect(await port.identify(nothing)).toBeNull();
    expect(await port.identifyPerson(nothing)).toBeNull();
  });

  test('who is removed from a dealership is out with the next request, and still a person', async () => {
    const { email, members } = await aRep();
    const signedIn = await adapter.signIn(email);
    expect(await identify(signedIn)).not.toBeNull();
    await owner`update members set active = false where id = ${members.rep}`;
    expect(await identify(signedIn)).toBeNull();
    expect(await personOf(signedIn)).toMatchObject({ email });
  });

  test('a deleted user is nobody, whatever tokens they hold', async () => {
    const { email } = await aRep();
    const signedIn = await adapter.signIn(email);
    expect(await identify(signedIn)).not.toBeNull();
    await adapter.deleteUser(email);
    expect(await identify(signedIn)).toBeNull();
    expect(await port.identifyPerson(bearer(signedIn.token))).toBeNull();
  });

  test('a session that was ended is over with the next request, the others go on', async () => {
    const { email } = await aRep();
    const [here, there, third] = [
      await adapter.signIn(email),
      await adapter.signIn(email),
      await adapter.signIn(email),
    ];
    const person = await personOf(here);
    const open = await port.sessions.list(person);
    expect(open.map(({ sessionId }) => sessionId).toSorted()).toEqual(
      [here, there, third].map(({ sessionId }) => sessionId).toSorted(),
    );
    expect(open.filter(({ current }) => current).map(({ sessionId }) => sessionId)).toEqual([here.sessionId]);
    expect(await port.sessions.end(person, there.sessionId)).toBe(true);
    expect(await identify(there)).toBeNull();
    expect(await port.identifyPerson(bearer(there.token))).toBeNull();
    expect(await port.sessions.endOthers(person)).toBe(1);
    expect(await identify(third)).toBeNull();
    expect(await identify(here)).not.toBeNull();
  });

  test('nobody ends a session of somebody else', async () => {
    const [one, other] = [await aRep(), await aRep()];
    const [mine, theirs] = [await adapter.signIn(one.email), await adapter.signIn(other.email)];
    const person = await personOf(mine);
    expect(await port.sessions.end(person, theirs.sessionId)).toBe(false);
    expect(await port.sessions.end(person, 'nothing')).toBe(false);
    expect(await identify(theirs)).not.toBeNull();
  });

  test('each session looks at the workspace it was turned to', async () => {
    const [first, second] = [await aRep(), await aRep()];
    await owner`update members set email = ${first.email} where id = ${second.members.rep}`;
    const [one, other] = [await adapter.signIn(first.email), await adapter.signIn(first.email)];
    for (const workspaceId of [first.workspaceId, second.workspaceId]) {
      await (await identify(one))?.switchWorkspace?.(workspaceId);
      expect((await identify(one))?.row.workspaceId).toBe(workspaceId);
    }
    await (await identify(other))?.switchWorkspace?.(first.workspaceId);
    expect((await identify(one))?.row.workspaceId).toBe(second.workspaceId);
    const foreign = await aRep();
    await (await identify(one))?.switchWorkspace?.(foreign.workspaceId);
    expect([first.workspaceId, second.workspaceId]).toContain((await identify(one))?.row.workspaceId);
  });

  test('a person without a dealership is known, and no member', async () => {
    const signedIn = await adapter.signIn(`nobody-${_name}@people.example`);
    expect(await identify(signedIn)).toBeNull();
    expect(await personOf(signedIn)).toMatchObject({ email: `nobody-${_name}@people.example`, twoFactor: false });
  });

  test('whether a second factor was shown is told, and what the dealership asks for', async () => {
    const { email, workspaceId } = await aRep();
    await owner`update workspaces set require_two_factor = true where workspace_id = ${workspaceId}`;
    const without = await identify(await adapter.signIn(email));
    expect(without && toActor(without.row)).toMatchObject({ requireTwoFactor: true, twoFactor: false });
    const shown = await adapter.signIn(email, { twoFactor: true });
    expect((await identify(shown))?.row).toMatchObject({ requireTwoFactor: true, twoFactor: true });
    expect(await personOf(shown)).toMatchObject({ twoFactor: true });
  });
});
