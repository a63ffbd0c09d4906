import { makeWorkspace, testDatabase } from '@beback/db/test';
import { startStandIns } from '@beback/vendors';
import { afterAll, expect, test } from 'vitest';
import { IdentityUnavailable } from '../../src/identity/port.ts';
import type { SessionEvent } from '../../src/identity/witness.ts';
import { bearer, clerkAdapter } from './adapters.ts';
import { clerkToken, svixHeaders } from './clerk-tokens.ts';

const { db, owner } = await testDatabase();
const standIns = await startStandIns({ now: () => new Date() });
afterAll(() => standIns.close());
const told: (SessionEvent & { id: string })[] = [];
/** What whoever hears of an event does at once. */
let hears = async () => {};
const { port, adapter, idOf } = clerkAdapter(db, owner, standIns, async (event) => {
  told.push(event);
  await hears();
});

let counted = 0;
const unique = () => {
  counted += 1;
  return counted;
};

async function aRep() {
  const { members, workspaceId } = await makeWorkspace(owner);
  const [row] = await owner`select email from members where id = ${members.rep}`;
  return { email: String(row?.email), workspaceId };
}

/** A user as a webhook describes them, changed at this second. */
function described(id: string, email: string, second: number, verified = true) {
  const address = { id: 'idn_1', email_address: email, verification: { status: verified ? 'verified' : 'unverified' } };
  const other = { id: 'idn_2', email_address: 'other@people.example', verification: { status: 'verified' } };
  return {
    id,
    primary_email_address_id: 'idn_1',
    email_addresses: [other, address],
    first_name: 'Ana',
    updated_at: second * 1_000,
  };
}

function deliver(type: string, data: unknown, id = `msg_${unique()}`): Promise<boolean> {
  const body = JSON.stringify({
    type,
    data,
    object: 'event',
    event_attributes: { http_request: { client_ip: '203.0.113.5' } },
  });
  return port.receive(Buffer.from(body), svixHeaders(id, body));
}

const kept = async (id: string) => (await owner`select * from auth.clerk_user where id = ${id}`)[0];

test('the address is the verified primary one, in lower case', async () => {
  await deliver('user.created', described('user_a', 'ANA@People.Example', 10));
  expect(await kept('user_a')).toMatchObject({ email: 'ana@people.example', name: 'Ana', deleted_at: null });
  await deliver('user.updated', described('user_a', 'ANA@People.Example', 11, false));
  expect(await kept('user_a')).toMatchObject({ email: null });
});

test('deliveries in any order, each as often as it likes, end in the same', async () => {
  const events: [string, unknown, string][] = [];
  for (let second = 1; second <= 6; second += 1)
    events.push(['user.updated', described('user_b', `b${second}@people.example`, second), `msg_b${second}`]);
  const shuffled = [3, 0, 5, 5, 1, 4, 2, 0, 3].map((at) => events[at]);
  for (const event of shuffled) if (event) expect(await deliver(...event)).toBe(true);
  expect(await kept('user_b')).toMatchObject({ email: 'b6@people.example' });
  expect(await owner`select 1 from auth.delivery where external_id like 'msg_b%'`).toHaveLength(6);
});

test('deleted is for ever, whatever arrives later or came never', async () => {
  await deliver('user.deleted', { id: 'user_c', deleted: true, object: 'user' });
  await deliver('user.updated', described('user_c', 'c@people.example', Date.now() / 1_000 + 60));
  expect(await kept('user_c')).toMatchObject({ email: null, name: '' });
  expect((await kept('user_c'))?.deleted_at).not.toBeNull();
});

test('when the address changes or the user is deleted, access ends with the next request', async () => {
  const { email } = await aRep();
  const { token } = await adapter.signIn(email);
  expect(await port.identify(bearer(token))).not.toBeNull();
  const later = Math.floor(Date.now() / 1_000) + 5;
  told.length = 0;
  await deliver('user.updated', described(idOf(email), 'elsewhere@people.example', later));
  expect(await port.identify(bearer(token))).toBeNull();
  // Which ends what they listen to, and stands in the audit log.
  expect(told).toMatchObject([{ kind: 'end', email }]);
  await deliver('user.updated', described(idOf(email), email, later + 1));
  expect(await port.identify(bearer(token))).not.toBeNull();
  told.length = 0;
  await deliver('user.deleted', { id: idOf(email), deleted: true }, 'msg_gone');
  await deliver('user.deleted', { id: idOf(email), deleted: true }, 'msg_gone');
  expect(told).toMatchObject([{ kind: 'end', email }]);
  expect(await port.identify(bearer(token))).toBeNull();
  expect(await port.identifyPerson(bearer(token))).toBeNull();
});

test('a session that ended is over before anybody hears that it did', async () => {
  const { email } = await aRep();
  const { token } = await adapter.signIn(email);
  const person = await port.identifyPerson(bearer(token));
  const asked: unknown[] = [];
  hears = async () => void asked.push(await port.identify(bearer(token)));
  await deliver('session.revoked', { id: person?.sessionId, user_id: idOf(email) });
  hears = async () => {};
  expect(asked).toEqual([null]);
});

test('what does not concern us, and what nobody can read, is taken and does nothing', async () => {
  for (const data of [{}, null, [], { id: 7 }, { id: 'x y' }]) expect(await deliver('user.created', data)).toBe(true);
  expect(await deliver('organization.created', { id: 'org_1' })).toBe(true);
});

test('a signature that is not genuine, old or missing is refused', async () => {
  const body = JSON.stringify({ type: 'user.deleted', data: { id: 'user_a', deleted: true } });
  const bytes = Buffer.from(body);
  const genuine = () => svixHeaders('msg_x', body);
  const without = (name: string) => {
    const headers = genuine();
    headers.delete(name);
    return headers;
  };
  const wrong = svixHeaders('msg_x', body, new Date(), `whsec_${Buffer.alloc(32, 8).toString('base64')}`);
  const old = svixHeaders('msg_x', body, new Date(Date.now() - 10 * 60_000));
  const early = svixHeaders('msg_x', body, new Date(Date.now() + 10 * 60_000));
  const all = [
    wrong,
    old,
    early,
    without('svix-id'),
    without('svix-timestamp'),
    without('svix-signature'),
    new Headers(),
  ];
  for (const headers of all) expect(await port.receive(bytes, headers)).toBe(false);
  expect(await port.receive(Buffer.from(`${body} `), genuine())).toBe(false);
  expect((await kept('user_a'))?.deleted_at).toBeNull();
});

test('of 1,000 mutations of a signature none is accepted', async () => {
  const body = JSON.stringify({ type: 'user.deleted', data: { id: 'user_a', deleted: true } });
  const genuine = svixHeaders('msg_y', body);
  let accepted = 0;
  for (let at = 0; at < 1_000; at += 1) {
    const name = ['svix-id', 'svix-timestamp', 'svix-signature'][at % 3] ?? 'svix-id';
    const value = genuine.get(name) ?? '';
    const place = (at * 7) % value.length;
    const letter = value[place] === 'A' ? 'B' : 'A';
    const headers = new Headers(genuine);
    headers.set(name, value.slice(0, place) + letter + value.slice(place + 1));
    if (await port.receive(Buffer.from(body), headers)) accepted += 1;
  }
  expect(accepted).toBe(0);
});

test('somebody new is asked for once, however many requests they begin with', async () => {
  const { email } = await aRep();
  const { token } = await adapter.signIn(email);
  const before = standIns.clerk.asked(idOf(email));
  const all = await Promise.all(Array.from({ length: 8 }, () => port.identify(bearer(token))));
  expect(all.every(Boolean)).toBe(true);
  expect(standIns.clerk.asked(idOf(email)) - before).toBe(1);
});

test('a user that Clerk does not know is nobody, and not asked for again at once', async () => {
  const token = clerkToken('user_ghost', 'sess_ghost');
  expect(await port.identify(bearer(token))).toBeNull();
  expect(await port.identify(bearer(token))).toBeNull();
  expect(standIns.clerk.asked('user_ghost')).toBe(1);
});

test.each([
  ['fails', { status: 500 }],
  ['asks for patience', { status: 429 }],
  ['does not answer', { hang: true }],
  ['hangs up', { reset: true }],
] as const)('while Clerk %s, somebody new is asked to come again, and others go on', async (_name, fault) => {
  const [known, fresh] = [await aRep(), await aRep()];
  const before = await adapter.signIn(known.email);
  expect(await port.identify(bearer(before.token))).not.toBeNull();
  const { token } = await adapter.signIn(fresh.email);
  standIns.fail('clerk', fault);
  await expect(port.identify(bearer(token))).rejects.toThrow(IdentityUnavailable);
  expect(await port.identify(bearer(before.token))).not.toBeNull();
  expect(await port.identify(bearer(token))).not.toBeNull();
});

test('sign-ins that Clerk tells of are passed on with their address, and an ended session is over', async () => {
  const { email } = await aRep();
  const { token, sessionId } = await adapter.signIn(email);
  const session = { id: sessionId, user_id: idOf(email), status: 'active' };
  told.length = 0;
  await deliver('session.created', session);
  await deliver('session.revoked', { ...session, status: 'revoked' });
  expect(told).toMatchObject([
    { kind: 'start', email, address: '203.0.113.5' },
    { kind: 'end', email, address: '203.0.113.5' },
  ]);
  expect(await port.identify(bearer(token))).toBeNull();
});

test('organisations of Clerk open nothing', async () => {
  const { email } = await aRep();
  const id = 'user_org';
  standIns.clerk.putUser({ id, email: 'org@people.example' });
  const token = clerkToken(id, 'sess_org', { claims: { o: { id: 'org_1', rol: 'admin', slg: 'northside' }, email } });
  expect(await port.identify(bearer(token))).toBeNull();
});
