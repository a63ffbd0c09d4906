import { describe, expect, test } from 'vitest';
import { call, demoServer, eventually, post, signIn } from './demo-server.ts';
import { startServer } from './server-process.ts';

const server = await demoServer({ LOG_LEVEL: 'info' });
const { url } = server;
const owner = await signIn(server, 'owner@northside.example');
const ana = await signIn(server, 'ana@northside.example');
const { memberId } = await call(url, 'member.me', undefined, ana.token);

const makeKey = (scope: 'read' | 'write', name = 'Website') =>
  call(url, 'key.create', { name, scope, memberId }, owner.token, 'mutation');
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

describe('an API key', () => {
  test('acts as its member, by the member’s rights and its scope', async () => {
    const read = await makeKey('read');
    expect(await call(url, 'member.me', undefined, read.key)).toMatchObject({ memberId, role: 'rep' });
    const seen = await call(url, 'deal.list', { kind: 'open', limit: 200 }, read.key);
    expect(seen.items).toEqual((await call(url, 'deal.list', { kind: 'open', limit: 200 }, ana.token)).items);
    const note = { dealId: seen.items[0].dealId, kind: 'note', note: 'by a program' };
    expect((await call(url, 'activity.log', note, read.key, 'mutation')).failed).toMatchObject({ code: 'FORBIDDEN' });
    const write = await makeKey('write');
    expect((await call(url, 'activity.log', note, write.key, 'mutation')).via).toBe('api');
  });

  test('is not for what is about people', async () => {
    const { key } = await makeKey('write');
    for (const [procedure, input, kind] of [
      ['key.list', {}, 'query'],
      ['key.create', { name: 'More', scope: 'write', memberId }, 'mutation'],
      ['session.list', undefined, 'query'],
      ['person.me', undefined, 'query'],
      ['member.updateMe', { name: 'Mallory' }, 'mutation'],
    ] as const)
      expect((await call(url, procedure, input, key, kind)).failed).toMatchObject({ reason: 'not_with_a_key' });
  });

  test('hears live updates and downloads what it exported', async () => {
    const { key } = await makeKey('write');
    const stream = await fetch(`${url}/trpc/live.changes`, {
      headers: { ...bearer(key), accept: 'text/event-stream' },
    });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    await stream.body?.cancel();
    const { exportId } = await call(url, 'export.start', { what: 'contacts', format: 'csv' }, key, 'mutation');
    const download = () => fetch(`${url}/exports/${exportId}`, { headers: bearer(key) });
    const file = await eventually(download, ({ status }) => status === 200);
    expect(file.headers.get('cache-control')).toBe('no-store');
    expect(file.headers.get('x-ratelimit-limit')).toBe('600');
  });

  test('hears nothing more once it has run out, though nobody ended it', async () => {
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    const input = { name: 'For now', scope: 'read', memberId, expiresAt };
    const { key } = await call(url, 'key.create', input, owner.token, 'mutation');
    const stream = await fetch(`${url}/trpc/live.changes`, {
      headers: { ...bearer(key), accept: 'text/event-stream' },
    });
    await eventually(
      () => call(url, 'stage.list', undefined, key),
      ({ failed }) => failed?.httpStatus === 401,
    );
    const task = await call(url, 'task.create', { title: 'after the key' }, ana.token, 'mutation');
    const heard = await stream.text();
    expect(heard).toContain('UNAUTHORIZED');
    expect(heard).not.toContain(task.taskId);
  });

  test('is refused from the next request on when it was revoked', async () => {
    const { key, keyId } = await makeKey('read');
    expect((await call(url, 'stage.list', undefined, key)).items.length).toBeGreaterThan(1);
    await call(url, 'key.revoke', { keyId }, owner.token, 'mutation');
    expect((await call(url, 'stage.list', undefined, key)).failed).toMatchObject({ httpStatus: 401 });
  });

  test.each([
    ['that nobody made', `bb_live_${'x'.repeat(43)}`],
    ['of another form', 'bb_live_short'],
    ['of another kind', 'bb_test_1'],
    ['with bytes in it', `bb_live_${'x'.repeat(42)}%00`],
  ])('%s is nobody’s', async (_what, key) => {
    expect((await call(url, 'stage.list', undefined, key)).failed).toMatchObject({ httpStatus: 401 });
  });

  test('says what is left of its limit in every answer', async () => {
    const { key } = await makeKey('read');
    const ask = async () => (await fetch(`${url}/trpc/stage.list`, { headers: bearer(key) })).headers;
    const [first, second] = [await ask(), await ask()];
    expect(first.get('x-ratelimit-limit')).toBe('600');
    expect([first, second].map((headers) => headers.get('x-ratelimit-remaining'))).toEqual(['599', '598']);
    expect(Number(second.get('x-ratelimit-reset'))).toBeLessThanOrEqual(60);
  });

  test('stands with its name, its last use and where from in the list, and its use once in the record', async () => {
    const made = await makeKey('read', 'Reporting');
    await call(url, 'stage.list', undefined, made.key);
    await call(url, 'stage.list', undefined, made.key);
    const listed = async () =>
      (await call(url, 'key.list', {}, owner.token)).items.find((item: { keyId: string }) => item.keyId === made.keyId);
    const used = await eventually(listed, ({ lastUsedAt }) => lastUsedAt !== null);
    expect(used).toMatchObject({ name: 'Reporting', lastUsedFrom: '127.0.0.1', member: { memberId } });
    const { items } = await call(url, 'audit.list', { what: 'keys', limit: 50 }, owner.token);
    const uses = items.filter((item: { procedure: string; subject: { id: string } }) => {
      return item.procedure === 'key.use' && item.subject.id === made.keyId;
    });
    expect(uses).toMatchObject([{ door: 'api', keyName: 'Reporting', address: '127.0.0.1' }]);
  });
});

test('two processes on one database allow a key its limit once, and not twice', async () => {
  const second = await startServer(server.variables);
  const { key } = await makeKey('read');
  const ten = Array(10).fill('auth.config').join(',');
  const answers: Response[] = [];
  for (let round = 0; round < 13; round += 1) {
    const asked = [server, second, server, second, second].map(({ url: at }) =>
      fetch(`${at}/trpc/${ten}?batch=1&input=%7B%7D`, { headers: bearer(key) }),
    );
    answers.push(...(await Promise.all(asked)));
  }
  await second.stop();
  const allowed = answers.filter(({ status }) => status === 200).length * 10;
  expect(allowed).toBeLessThanOrEqual(600);
  // What an idle process still holds, and batches that were cut short, are lost.
  expect(allowed).toBeGreaterThan(500);
  const refused = answers.find(({ status }) => status === 429);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused?.headers.get('x-ratelimit-remaining')).toBe('0');
  expect((await refused?.json())?.error).toMatchObject({
    message: 'That was too often. Wait a minute, then try again.',
    data: { code: 'TOO_MANY_REQUESTS', httpStatus: 429 },
  });
});

test('no code, no token and no key stands in the log', async () => {
  const email = 'ben@northside.example';
  await post(url, '/api/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
  const { code } = await (await fetch(`${url}/demo/code?email=${email}`)).json();
  const response = await post(url, '/api/auth/sign-in/email-otp', { email, otp: code });
  const { token } = await response.json();
  const cookie = response.headers.get('set-cookie')?.split(';')[0]?.split('=')[1] ?? '';
  const { key } = await makeKey('write');
  await call(url, 'deal.list', {}, key);
  await call(url, 'deal.list', {}, `${key}wrong`);
  await call(url, 'invitation.look', { token: 'an-invitation-token' }, '');
  for (const path of ['/invitation/an-invitation-token', '/link/slack/a-slack-token', '/leads/adf/an-intake-token'])
    await fetch(`${url}${path}`);
  await fetch(`${url}/trpc/deal.list?input=%7B`, { headers: bearer(token) });
  const log = await eventually(
    async () => server.log(),
    (lines) => lines.includes('/trpc/invitation.look'),
  );
  for (const secret of [
    code,
    token,
    cookie,
    key,
    key.slice(20),
    'an-invitation-token',
    'a-slack-token',
    'an-intake',
    email,
  ])
    expect(log).not.toContain(secret);
});
