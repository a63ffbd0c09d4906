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

test('the code is mailed by a job, to members only', async () => {
  await ask('cory@northside.example');
  await ask('somebody@else.example');
  const code = await codeOf('cory@northside.example');
  const readMails = async () => {
    const { items } = await (await fetch(`${url}/demo/outbox`)).json();
    return items.filter((item: { channel: string }) => item.channel === 'email') as { to: string; body: string }[];
  };
  const mails = await eventually(readMails, (sent) => sent.some(({ to }) => to === 'cory@northside.example'));
  expect(
    mails.some(
      (mail: { to: string; body: string }) => mail.to === 'cory@northside.example' && mail.body.includes(code),
    ),
  ).toBe(true);
  expect(mails.some((mail: { to: string }) => mail.to === 'somebody@else.example')).toBe(false);
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
  expect((await fetch(`${url}/demo/code?email=${stranger}`)).status).toBe(404);
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
