import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { securityHeaders } from '../src/http/security-headers.ts';
import { answerErrors } from '../src/http/wire-error.ts';
import { call, demoServer, post, signIn } from './demo-server.ts';

const server = await demoServer();
const { url } = server;
const { token } = await signIn(server, 'manager@northside.example');

describe('headers', () => {
  const policyOf = async (given: Parameters<typeof securityHeaders>[1]) => {
    const app = Fastify();
    securityHeaders(app, given);
    app.get('/', async () => 'x');
    const { headers } = await app.inject('/');
    const directives = String(headers['content-security-policy']).split(';');
    const policy = Object.fromEntries(directives.map((directive) => directive.split(/ (.*)/s).slice(0, 2)));
    return { headers, policy };
  };

  test('only scripts of ours run, and nothing frames us, is plugged in, or is posted elsewhere', async () => {
    const { headers, policy } = await policyOf({ https: true, dev: false });
    expect(policy).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'script-src-attr': "'none'",
      'style-src-attr': "'none'",
      'connect-src': "'self'",
      'frame-src': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    });
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  test('with Clerk, its origin is let in, and still no inline script', async () => {
    const { policy } = await policyOf({ https: true, dev: false, clerkOrigin: 'https://clerk.beback.example' });
    expect(policy['script-src']).toBe("'self' https://clerk.beback.example https://challenges.cloudflare.com");
    expect(policy['connect-src']).toContain('https://clerk.beback.example');
  });

  test('without https nothing is said about transport', async () => {
    expect((await policyOf({ https: false, dev: false })).headers['strict-transport-security']).toBeUndefined();
  });

  test('the built page holds no inline script, and nothing from elsewhere', () => {
    const dist = fileURLToPath(new URL('../../web/dist', import.meta.url));
    const pages = readdirSync(dist).filter((name) => name.endsWith('.html'));
    for (const name of pages) {
      const page = readFileSync(`${dist}/${name}`, 'utf8');
      for (const [, attributes = '', content = ''] of page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)) {
        expect(attributes).toMatch(/ src="\/[^/]/);
        expect(content).toBe('');
      }
      expect(page).not.toMatch(/ (src|href)="(https?:)?\/\//);
      expect(page).not.toMatch(/ on[a-z]+=/);
    }
  });

  test('personal answers are kept by nobody, hashed files for ever', async () => {
    for (const path of ['/trpc/member.me', '/api/auth/get-session', '/exports/x', '/demo/people', '/healthz'])
      expect((await fetch(`${url}${path}`)).headers.get('cache-control')).toBe('no-store');
    const page = await fetch(url);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const asset = /\/assets\/[\w.-]+\.js/.exec(await page.text())?.[0];
    if (asset)
      expect((await fetch(`${url}${asset}`)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });
});

describe('what a request may hold', () => {
  const large = (bytes: number) => ({ a: 'x'.repeat(bytes) });

  test('a stranger’s file is refused before it is read', async () => {
    const status = await new Promise((resolve) => {
      const headers = { 'content-type': 'application/json', 'content-length': 14_000_000 };
      const asked = httpRequest(`${url}/trpc/import.preview`, { method: 'POST', headers }, (response) => {
        resolve(response.statusCode);
        asked.destroy();
      });
      asked.on('error', () => {});
      asked.write('{"fileName":"a.csv"');
    });
    expect(status).toBe(401);
  });

  test.each([
    ['/api/auth/sign-in/email-otp', 20_000],
    ['/sms/inbound', 70_000],
    ['/demo/sms', 70_000],
    ['/slack/events', 1_100_000],
  ])('%s takes no more than it needs', async (path, bytes) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer =
      path === '/sms/inbound'
        ? await fetch(`${url}${path}`, { method: 'POST', headers: form, body: `Body=${'x'.repeat(bytes)}` })
        : await post(url, path, large(bytes));
    expect(answer.status).toBe(413);
    expect((await answer.json()).error.data.code).toBe('PAYLOAD_TOO_LARGE');
  });
});

test('a client that dawdles over its headers is cut off, and nobody else waits', { timeout: 40_000 }, async () => {
  const { hostname, port } = new URL(url);
  const began = performance.now();
  const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
  socket.on('error', () => {});
  socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n');
  const drip = setInterval(() => socket.write('x-drip: 1\r\n'), 500);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.resume();
  expect((await call(url, 'stage.list', undefined, token)).items.length).toBeGreaterThan(1);
  await closed;
  clearInterval(drip);
  expect(performance.now() - began).toBeLessThan(25_000);
});

test('who hangs up is no error of ours', async () => {
  const lines: string[] = [];
  const app = Fastify({ logger: { level: 'info', stream: { write: (line) => lines.push(line) } } });
  answerErrors(app);
  app.get('/', async () => {
    throw Object.assign(new Error('Premature close'), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
  });
  await app.inject('/');
  const said = lines.map((line) => JSON.parse(line)).find(({ msg }) => msg === 'the client hung up');
  expect(said?.level).toBe(30);
  expect(lines.join('')).not.toContain('request failed');
});
