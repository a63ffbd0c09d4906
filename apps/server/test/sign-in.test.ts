import { expect, test } from 'vitest';
import { call, demoServer, eventually, post, signIn } from './demo-server.ts';

const server = await demoServer();
const { url } = server;

const ask = (email: string) => post(url, '/api/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
const enter = (email: string, otp: string) => post(url, '/api/auth/sign-in/email-otp', { email, otp });
const codeOf = async (email: string) => (await (await fetch(`${url}/demo/code?email=${email}`)).json()).code as string;

test('a member signs in with the code that was mailed', async () => {
  const { cookie, token } = await signIn(server, 'ana@northside.example');
  const byCookie = await fetch(`${url}/trpc/member.me`, { headers: { cookie } });
  expect((await byCookie.json()).result.data.name).toBe('Ana Torres');
  expect((await call(url, 'member.me', undefined, token)).name).toBe('Ana Torres');
});

test('the code is mailed by a job, to whoever asks for one', async () => {
  for (const email of ['cory@northside.example', 'somebody@else.example']) {
    await ask(email);
    const code = await codeOf(email);
    const readMails = async () => {
      const { items } = await (await fetch(`${url}/demo/outbox`)).json();
      return items as { channel: string; to: string; body: string }[];
    };
    await eventually(readMails, (sent) => sent.some(({ to, body }) => to === email && body.includes(code)));
  }
});

test('somebody new signs in, and belongs to no dealership yet', async () => {
  const email = 'new@people.example';
  const { token } = await signIn(server, email);
  expect(await call(url, 'member.me', undefined, token)).toMatchObject({
    failed: { code: 'FORBIDDEN', reason: 'no_workspace' },
  });
  expect(await call(url, 'person.me', undefined, token)).toMatchObject({ email, workspaces: [], twoFactor: false });
});

test('people see where they are signed in, and end what is not theirs any more', async () => {
  const agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36';
  const [here, there] = [
    await signIn(server, 'cory@northside.example', { 'user-agent': agent }),
    await signIn(server, 'cory@northside.example', { 'x-forwarded-for': '203.0.113.9' }),
  ];
  const { items } = await call(url, 'session.list', undefined, here.token);
  expect(items).toHaveLength(2);
  expect(items.find(({ current }: { current: boolean }) => current)).toMatchObject({
    device: 'Chrome on Windows',
    address: '127.0.0.1',
  });
  const other = items.find(({ current }: { current: boolean }) => !current);
  expect(other.address).toBe('127.0.0.1');
  await call(url, 'session.end', { sessionId: other.sessionId }, here.token, 'mutation');
  expect((await call(url, 'member.me', undefined, there.token)).failed.code).toBe('UNAUTHORIZED');
  const stranger = await signIn(server, 'dee@lakeside.example');
  const [mine] = (await call(url, 'session.list', undefined, here.token)).items;
  expect(await call(url, 'session.end', { sessionId: mine.sessionId }, stranger.token, 'mutation')).toMatchObject({
    failed: { code: 'NOT_FOUND' },
  });
  expect(await call(url, 'session.endOthers', undefined, here.token, 'mutation')).toMatchObject({ ended: 0 });
  expect((await call(url, 'member.me', undefined, here.token)).name).toBeDefined();
});

test('the cookie is for our pages alone, and every sign-in has a new one', async () => {
  const email = 'manager@northside.example';
  await ask(email);
  const first = await enter(email, await codeOf(email));
  const cookie = first.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^better-auth\.session_token=[^;]+; .*HttpOnly/);
  expect(cookie).toContain('SameSite=Lax');
  const second = await signIn(server, email);
  expect(second.cookie).not.toBe(cookie.split(';')[0]);
});

test('pages may ask who is signed in, and learn no token', async () => {
  const { cookie, token } = await signIn(server, 'manager@northside.example');
  const known = await (await fetch(`${url}/api/auth/get-session`, { headers: { cookie } })).text();
  expect(known).toContain('manager@northside.example');
  expect(known).not.toContain(token);
  expect(await (await fetch(`${url}/api/auth/get-session`)).json()).toBeNull();
});

test('whether an address is a member’s cannot be told from any answer', async () => {
  const member = 'ben@northside.example';
  const stranger = 'nobody@nowhere.example';
  const asked = [await ask(member), await ask(stranger)];
  expect(asked.map(({ status }) => status)).toEqual([200, 200]);
  expect(await asked[0]?.text()).toBe(await asked[1]?.text());
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const [one, other] = [await enter(member, '000000'), await enter(stranger, '000000')];
    expect([one.status, await one.text()]).toEqual([other.status, await other.text()]);
  }
});

test('five wrong codes use a code up', async () => {
  const email = 'owner@northside.example';
  await ask(email);
  const right = await codeOf(email);
  const wrong = right === '123456' ? '654321' : '123456';
  for (let attempt = 0; attempt < 5; attempt += 1) expect((await enter(email, wrong)).status).toBe(400);
  expect((await enter(email, right)).status).toBe(403);
});

test('a code works once', async () => {
  const email = 'dee@lakeside.example';
  await ask(email);
  const code = await codeOf(email);
  expect((await enter(email, code)).status).toBe(200);
  expect((await enter(email, code)).status).toBe(400);
});

test('after signing out the session is over', async () => {
  const { cookie, token } = await signIn(server, 'cory@northside.example');
  const headers = { cookie, origin: url };
  expect((await post(url, '/api/auth/sign-out', {}, headers)).status).toBe(200);
  expect((await call(url, 'member.me', undefined, token)).failed.code).toBe('UNAUTHORIZED');
});

test('nothing else of the sign-in library is open', async () => {
  for (const path of [
    'sign-up/email',
    'sign-in/email',
    'update-user',
    'delete-user',
    'email-otp/check-verification-otp',
  ]) {
    expect(
      (await post(url, `/api/auth/${path}`, { email: 'ana@northside.example', password: 'x', otp: '1' })).status,
    ).toBe(404);
  }
});

test('asking for codes without end is refused in words', async () => {
  const answers: Response[] = [];
  for (let attempt = 0; attempt < 61; attempt += 1) answers.push(await ask('manager@northside.example'));
  const last = answers.at(-1);
  expect(last?.status).toBe(429);
  expect((await last?.json())?.error.message).toBe('That was too often. Wait a minute, then try again.');
});
