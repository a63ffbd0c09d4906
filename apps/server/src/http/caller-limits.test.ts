import Fastify from 'fastify';
import { expect, test } from 'vitest';
import type { Visitor } from '../identity/port.ts';
import { createShares } from '../limits/shares.ts';
import { createCallerLimits } from './caller-limits.ts';
import { limits } from './limits.ts';
import { answerErrors } from './wire-error.ts';

/** A server that knows everybody as one person, or as one key, and counts by itself. */
async function serve(row: { email: string; keyId: string | null }) {
  const shares = createShares({
    takeShare: async (_key, { most, seconds }, now) => {
      return { granted: most, remaining: 0, resetsAt: new Date(now.getTime() + seconds * 1_000) };
    },
    hash: (key) => key,
    onTrouble: () => {},
  });
  const app = Fastify();
  answerErrors(app);
  await limits(app, shares);
  const countCalls = createCallerLimits(shares);
  app.get('/trpc/:path', async (request, reply) => {
    await countCalls(request, reply, { row, door: 'web' } as Visitor);
    return 'done';
  });
  return (calls: number, remoteAddress: string) =>
    app.inject({ url: `/trpc/${Array(calls).fill('a.b').join(',')}`, remoteAddress });
}

test('a person is counted by calls, wherever they come from, and told what is left', async () => {
  const ask = await serve({ email: 'ana@northside.example', keyId: null });
  const first = await ask(1, '203.0.113.1');
  expect(first.headers).toMatchObject({ 'x-ratelimit-limit': '1200', 'x-ratelimit-remaining': '1199' });
  for (let batch = 0; batch < 119; batch += 1) expect((await ask(10, `203.0.113.${batch}`)).statusCode).toBe(200);
  expect((await ask(9, '203.0.113.200')).headers['x-ratelimit-remaining']).toBe('0');
  const refused = await ask(1, '203.0.113.201');
  expect(refused.statusCode).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.json()).toMatchObject({ error: { data: { code: 'TOO_MANY_REQUESTS' } } });
});

test('an address is counted by requests, and an IPv6 customer by the /64 that is theirs', async () => {
  const ask = await serve({ email: 'ana@northside.example', keyId: 'a-key' });
  for (let request = 0; request < 1_200; request += 1) await ask(1, `2001:db8::${request.toString(16)}`);
  expect((await ask(1, '2001:db8::ffff')).statusCode).toBe(429);
  expect((await ask(1, '2001:db8:0:1::1')).headers['x-ratelimit-limit']).toBe('600');
});

test('this machine’s own programs are not counted, but a key always is', async () => {
  const own = await serve({ email: 'ana@northside.example', keyId: null });
  expect((await own(10, '127.0.0.1')).headers['x-ratelimit-limit']).toBeUndefined();
  const key = await serve({ email: 'ana@northside.example', keyId: 'a-key' });
  expect((await key(10, '127.0.0.1')).headers).toMatchObject({
    'x-ratelimit-limit': '600',
    'x-ratelimit-remaining': '590',
  });
});
