import { request as httpRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import { call, demoServer, eventually, post, signIn } from './demo-server.ts';

const server = await demoServer({ METRICS_TOKEN: 'metrics-token' });
const { url } = server;
const { cookie, token } = await signIn(server, 'manager@northside.example');

describe('acting with the browser’s cookie', () => {
  const mutate = (headers: Record<string, string>, body = JSON.stringify({ colorScheme: 'dark' })) =>
    fetch(`${url}/trpc/member.updateMe`, { method: 'POST', headers: { cookie, ...headers }, body });
  const json = { 'content-type': 'application/json' };

  test('works from a page of ours', async () => {
    expect((await mutate({ ...json, origin: url })).status).toBe(200);
    expect((await mutate({ ...json, origin: url, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  test.each([
    ['another site’s script', { ...json, origin: 'https://evil.example' }],
    ['another site’s request without an origin', { ...json, 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { ...json, origin: url, 'sec-fetch-site': 'same-site' }],
    ['an unnamed origin', { ...json, origin: 'null' }],
  ])('is refused for %s', async (_whose, headers) => {
    const response = await mutate(headers);
    expect(response.status).toBe(403);
    expect((await response.json()).error.data.code).toBe('FORBIDDEN');
  });

  test('is refused for what a plain form can send', async () => {
    expect((await mutate({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await mutate({ 'content-type': 'application/x-www-form-urlencoded' }, 'colorScheme=dark')).status).toBe(
      415,
    );
  });

  test('a token in the header needs none of that', async () => {
    expect((await call(url, 'member.updateMe', { colorScheme: 'auto' }, token, 'mutation')).colorScheme).toBe('auto');
  });
});

describe('sign-in that makes no sense is refused, not failed', () => {
  test.each([
    ['an address that is no text', { email: { toString: 1 }, type: 'sign-in', otp: '000000' }],
    ['a character that cannot be stored', { email: 'ana@northside.example\u0000', type: 'sign-in', otp: '000000' }],
    ['half an emoji', { email: 'ana@northside.example', type: 'sign-in', otp: '\ud83d' }],
  ])('%s', async (_what, body) => {
    for (const path of ['email-otp/send-verification-otp', 'sign-in/email-otp'])
      expect((await post(url, `/api/auth/${path}`, body)).status).toBe(400);
  });
});

describe('sizes', () => {
  const sized = (bytes: number) => ({ fileName: 'a.csv', contentBase64: 'A'.repeat(bytes) });

  test('a request over 1 MB is refused in words', async () => {
    const { failed, message } = await call(url, 'quicklog.submit', { text: 'x'.repeat(1_100_000) }, token, 'mutation');
    expect(failed).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', httpStatus: 413 });
    expect(message).toContain('too large');
  });

  test('a file may be larger', async () => {
    const { failed } = await call(url, 'import.preview', sized(2_000_000), token, 'mutation');
    expect(failed?.code).not.toBe('PAYLOAD_TOO_LARGE');
  });

  test('a file over 10 MB is refused in words, however large it is', async () => {
    for (const bytes of [16_000_000, 60_000_000]) {
      const { failed, message } = await call(url, 'import.preview', sized(bytes), token, 'mutation');
      expect(failed).toMatchObject({ code: 'PAYLOAD_TOO_LARGE', httpStatus: 413 });
      expect(message).toBe('That file is larger than 10 MB. Split it and import the parts one after another.');
    }
  });

  test('a batch is at most ten calls', async () => {
    const path = Array(11).fill('stage.list').join(',');
    const response = await fetch(`${url}/trpc/${path}?batch=1&input=%7B%7D`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.status).toBe(400);
  });
});

describe('pages and files', () => {
  test('every answer carries the strict policy', async () => {
    const policy = (await fetch(url)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
  });

  test('an address that is none of ours is said to be missing, in the shape of every error', async () => {
    for (const path of [
      '/trpc/nothing.here',
      '/api/nothing',
      '/webhooks/nothing',
      '/assets/nothing.js',
      '/demo/nothing',
    ]) {
      const response = await fetch(`${url}${path}`);
      expect(response.status).toBe(404);
      expect((await response.json()).error.data.code).toBe('NOT_FOUND');
    }
  });

  test('an export is downloaded by who made it, and by nobody else', async () => {
    const { exportId } = await call(url, 'export.start', { what: 'contacts', format: 'csv' }, token, 'mutation');
    const done = (answer: { items: { exportId: string; status: string }[] }) =>
      answer.items.some((item) => item.exportId === exportId && item.status === 'done');
    await eventually(() => call(url, 'export.list', {}, token), done);
    const mine = await fetch(`${url}/exports/${exportId}`, { headers: { cookie } });
    expect(mine.status).toBe(200);
    expect(mine.headers.get('content-disposition')).toMatch(/^attachment; filename="/);
    expect(await mine.text()).toContain('Maria,Lopez,');
    const { token: ana } = await signIn(server, 'ana@northside.example');
    expect((await fetch(`${url}/exports/${exportId}`, { headers: { authorization: `Bearer ${ana}` } })).status).toBe(
      404,
    );
    expect((await fetch(`${url}/exports/${exportId}`)).status).toBe(401);
  });
});

describe('watching over it', () => {
  test('it says that it is up and ready', async () => {
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  test('the metrics are for this machine, or for who knows the token', async () => {
    const local = await fetch(`${url}/metrics`);
    expect(await local.text()).toContain('beback_http_request_seconds_bucket');
    const far = { 'x-forwarded-for': '203.0.113.9' };
    expect((await fetch(`${url}/metrics`, { headers: far })).status).toBe(403);
    const known = await fetch(`${url}/metrics`, { headers: { ...far, authorization: 'Bearer metrics-token' } });
    expect(known.status).toBe(200);
  });

  test('nothing anybody typed stands in the log', async () => {
    await post(url, '/trpc/nothing.like?secret=geheim', { word: 'geheim' });
    await call(url, 'deal.list', { query: 'geheim' }, token);
    expect(server.log()).not.toContain('geheim');
  });

  test('what is no HTTP ends with that connection', async () => {
    const status = await new Promise((resolve) => {
      const request = httpRequest(url, { method: 'GET', headers: { 'x-long': 'x'.repeat(40_000) } }, (response) =>
        resolve(response.statusCode),
      );
      request.on('error', () => resolve('closed'));
      request.end();
    });
    expect([431, 'closed']).toContain(status);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

test('the demo endpoints are for pages of ours', async () => {
  const response = await post(
    url,
    '/demo/sms',
    { from: '+12145550101', body: '?' },
    { origin: 'https://evil.example' },
  );
  expect(response.status).toBe(403);
  const own = await post(url, '/demo/sms', { from: '+12145550101', body: '?' }, { origin: url });
  expect((await own.json()).reply).toContain('UNDO');
});
