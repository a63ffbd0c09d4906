import { createHmac } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { call, demoServer, eventually, post, signIn } from './demo-server.ts';

const server = await demoServer();
const { url } = server;
const owner = postgres(server.variables.DATABASE_OWNER_URL ?? '', { max: 1, onnotice: () => {} });
afterAll(() => owner.end());

/** The code an authenticator shows `steps` half minutes from now. */
function totp(secret: Buffer, steps = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .filter((cookie) => !/Max-Age=0/i.test(cookie))
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const as = (cookie: string) => ({ cookie, origin: url });
const factor = (path: string, body: unknown, cookie: string) =>
  post(url, `/api/auth/two-factor/${path}`, body, as(cookie));

/** Sets a second factor up for somebody; the code of the last half minute is used up by it. */
async function enroll(email: string) {
  const first = await signIn(server, email);
  const enabled = await (await factor('enable', {}, first.cookie)).json();
  const secret = fromBase32(new URL(enabled.totpURI).searchParams.get('secret') ?? '');
  const verified = await factor('verify-totp', { code: totp(secret, -1) }, first.cookie);
  expect(verified.status).toBe(200);
  return { secret, codes: enabled.backupCodes as string[], cookie: cookiesOf(verified), before: first };
}

/** Shows the first factor; gives what the browser then holds. */
async function firstFactor(email: string) {
  await post(url, '/api/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
  const { code } = await (await fetch(`${url}/demo/code?email=${email}`)).json();
  const response = await post(url, '/api/auth/sign-in/email-otp', { email, otp: code });
  return { body: await response.json(), cookie: cookiesOf(response), all: response.headers.getSetCookie().join('\n') };
}

test('with a second factor, the code by mail opens nothing by itself', async () => {
  const email = 'ana@northside.example';
  const { secret, before } = await enroll(email);
  expect((await call(url, 'member.me', undefined, before.token)).failed.code).toBe('UNAUTHORIZED');
  const { body, cookie, all } = await firstFactor(email);
  expect(body).toMatchObject({ twoFactorRedirect: true });
  expect(body.token).toBeUndefined();
  expect(all).not.toMatch(/session_token=[^;]{3}/);
  expect(all).toMatch(/two_factor=[^;]+;.*HttpOnly/);
  expect((await fetch(`${url}/trpc/person.me`, { headers: { cookie } })).status).toBe(401);
  const open =
    await owner`select 1 from auth.session s join auth."user" u on u.id = s.user_id where u.email = ${email}`;
  expect(open, 'only the one in which it was set up').toHaveLength(1);
  const done = await factor('verify-totp', { code: totp(secret) }, cookie);
  expect(done.status).toBe(200);
  const { token } = await done.json();
  expect(await call(url, 'person.me', undefined, token)).toMatchObject({ email, twoFactor: true });
});

test('a code of the authenticator works once, even while it is shown', async () => {
  const email = 'ben@northside.example';
  const { secret } = await enroll(email);
  const code = totp(secret);
  expect((await factor('verify-totp', { code }, (await firstFactor(email)).cookie)).status).toBe(200);
  expect((await factor('verify-totp', { code }, (await firstFactor(email)).cookie)).status).toBe(401);
  const next = totp(secret, 1);
  const { cookie } = await firstFactor(email);
  const answers = await Promise.all([0, 1, 2].map(() => factor('verify-totp', { code: next }, cookie)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
});

test('a recovery code works once, and trusting a browser is not on offer', async () => {
  const email = 'cory@northside.example';
  const { codes } = await enroll(email);
  const body = { code: codes[0], trustDevice: true };
  const done = await factor('verify-backup-code', body, (await firstFactor(email)).cookie);
  expect(done.status).toBe(200);
  expect(done.headers.getSetCookie().join()).not.toContain('trust_device');
  expect((await factor('verify-backup-code', body, (await firstFactor(email)).cookie)).status).toBe(401);
});

test('who guesses is locked out, whatever they begin anew', async () => {
  const email = 'manager@northside.example';
  const { secret } = await enroll(email);
  const right = totp(secret);
  const statuses: number[] = [];
  for (let guess = 0; guess < 12; guess += 1) {
    const { cookie } = await firstFactor(email);
    statuses.push((await factor('verify-totp', { code: right === '111111' ? '222222' : '111111' }, cookie)).status);
  }
  expect(statuses[0]).toBe(401);
  expect(statuses.at(-1)).toBe(429);
  const { cookie } = await firstFactor(email);
  expect((await factor('verify-totp', { code: right }, cookie)).status).toBe(429);
});

test('taking the second factor away, or its recovery codes anew, takes a code', async () => {
  const email = 'owner@northside.example';
  const { secret, codes, cookie } = await enroll(email);
  expect((await factor('disable', {}, cookie)).status).toBe(401);
  expect((await factor('disable', { code: '000000' }, cookie)).status).toBe(401);
  expect((await factor('generate-backup-codes', { code: 'aaaaa-bbbbb' }, cookie)).status).toBe(401);
  expect((await factor('generate-backup-codes', { code: totp(secret) }, '')).status).toBe(401);
  const renewed = await (await factor('generate-backup-codes', { code: totp(secret) }, cookie)).json();
  expect(renewed.backupCodes).toHaveLength(10);
  expect((await factor('disable', { code: codes[0] }, cookie)).status).toBe(401);
  const gone = await factor('disable', { code: renewed.backupCodes[0] }, cookie);
  expect(gone.status).toBe(200);
  const headers = { cookie: cookiesOf(gone) };
  const me = await (await fetch(`${url}/trpc/person.me`, { headers })).json();
  expect(me.result.data).toMatchObject({ email, twoFactor: false });
});

test('a session that has been open for long sets no second factor up', async () => {
  const email = 'dee@lakeside.example';
  const { cookie } = await signIn(server, email);
  await owner`update auth.session set created_at = now() - interval '2 hours'
    where user_id = (select id from auth."user" where email = ${email})`;
  const refused = await factor('enable', {}, cookie);
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: 'SESSION_NOT_FRESH' });
});

test('a dealership that asks for a second factor lets nobody in without one', async () => {
  const email = 'owner@lakeside.example';
  const plain = await signIn(server, email);
  await owner`update workspaces set require_two_factor = true where name like 'Lakeside%'`;
  expect(await call(url, 'member.me', undefined, plain.token)).toMatchObject({
    failed: { code: 'FORBIDDEN', reason: 'two_factor_required' },
  });
  expect(await call(url, 'person.me', undefined, plain.token)).toMatchObject({ twoFactor: false });
  const { cookie } = await enroll(email);
  expect((await fetch(`${url}/trpc/member.me`, { headers: { cookie } })).status).toBe(200);
});

test('turning the second factor on ends what was open with the sessions before, and is in the audit log', async () => {
  const email = 'dee@lakeside.example';
  await owner`update workspaces set require_two_factor = false where name like 'Lakeside%'`;
  const { token } = await signIn(server, email);
  const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
  const stream = await fetch(`${url}/trpc/live.changes`, { headers });
  await enroll(email);
  // It says why, and ends.
  expect(await stream.text()).toContain('UNAUTHORIZED');
  const told = await owner`select c.summary from changes c join members m on m.id = c.member_id
    where m.email = ${email} and c.procedure = 'session.end'`;
  expect(told).toEqual([{ summary: 'turned the second factor on; former sessions ended' }]);
});

test('sign-ins, failures and ends are in the audit log, with where they came from', async () => {
  const email = 'ben@northside.example';
  const rows = () =>
    owner`select c.procedure, c.address from changes c join members m on m.id = c.member_id
      where m.email = ${email} and c.subject_type = 'session'`;
  const seen = await eventually(rows, (all) => all.filter(({ procedure }) => procedure === 'session.fail').length >= 2);
  // Setting it up began with a sign-in; two were completed since.
  expect(seen.filter(({ procedure }) => procedure === 'session.start')).toHaveLength(3);
  expect(new Set(seen.map(({ address }) => address))).toEqual(new Set(['127.0.0.1']));
});
