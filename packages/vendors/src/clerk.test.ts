import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { createClerk } from './clerk.ts';
import { frontendDomain, malformedClerkKey, wholeLines } from './clerk-keys.ts';
import { startStandIns } from './stand-in/server.ts';

const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwtKey = publicKey.export({ type: 'spki', format: 'pem' }).toString();
const keys = {
  secretKey: 'sk_test_1',
  publishableKey: `pk_test_${Buffer.from('clerk.beback.example$').toString('base64')}`,
  jwtKey,
  webhookSecret: `whsec_${Buffer.alloc(24, 1).toString('base64')}`,
};
const standIns = await startStandIns({ now: () => new Date(), keys: { clerkSecretKey: keys.secretKey } });
afterAll(() => standIns.close());
const clerkAt = (apiUrl: string, secretKey = keys.secretKey) =>
  createClerk({ ...keys, secretKey, apiUrl, authorizedParties: ['https://beback.example'], timeoutMs: 300 });
const clerk = clerkAt(standIns.url.clerk);

describe('keys', () => {
  test('a publishable key names the domain that issues tokens', () => {
    expect(frontendDomain(keys.publishableKey)).toBe('clerk.beback.example');
    for (const wrong of [
      '',
      'pk_test_',
      'pk_test_!!',
      'sk_test_Y2xlcms',
      `pk_test_${btoa('no dollar.example')}`,
      `pk_live_${btoa('a$')}`,
    ])
      expect(frontendDomain(wrong)).toBeNull();
  });

  test.each([
    ['secretKey', 'pk_test_1'],
    ['publishableKey', 'pk_test_x'],
    ['publishableKey', keys.publishableKey.replace('test', 'live')],
    ['jwtKey', 'x'],
    ['jwtKey', '-----BEGIN PUBLIC KEY-----'],
    ['webhookSecret', 'whsec_'],
    ['webhookSecret', 'shhh'],
  ] as const)('a malformed %s is told: %s', (key, value) => {
    expect(malformedClerkKey({ ...keys, [key]: value })).toMatchObject({ key });
  });

  test('genuine keys are taken, also with the line breaks of the PEM written out', () => {
    expect(malformedClerkKey(keys)).toBeNull();
    expect(malformedClerkKey({ ...keys, jwtKey: wholeLines(jwtKey.trim().replaceAll('\n', '\\n')) })).toBeNull();
  });
});

describe('Clerk through its SDK', () => {
  test('a user is read with their verified address; one that is not there is null', async () => {
    standIns.clerk.putUser({ id: 'user_1', email: 'Ana@People.Example', firstName: 'Ana', updatedAt: new Date(5_000) });
    standIns.clerk.putUser({ id: 'user_2', email: 'ben@people.example', verified: false });
    expect(await clerk.readUser('user_1')).toEqual({
      id: 'user_1',
      email: 'ana@people.example',
      name: 'Ana',
      updatedAt: new Date(5_000),
    });
    expect(await clerk.readUser('user_2')).toMatchObject({ email: null });
    expect(await clerk.readUser('user_3')).toBeNull();
  });

  test('sessions are listed for their user alone, and ended', async () => {
    standIns.clerk.putSession({ id: 'sess_1', userId: 'user_1', browser: 'Firefox', address: '192.0.2.9' });
    standIns.clerk.putSession({ id: 'sess_2', userId: 'user_2' });
    expect(await clerk.sessionsOf('user_1')).toMatchObject([
      { id: 'sess_1', browser: 'Firefox', address: '192.0.2.9' },
    ]);
    await clerk.endSession('sess_1');
    expect(standIns.clerk.isLive('sess_1')).toBe(false);
    expect(await clerk.sessionsOf('user_1')).toEqual([]);
  });

  test('the check says whether the key is accepted', async () => {
    expect(await clerk.check()).toMatch(/^Clerk: the key is accepted, \d+ users?$/);
    await expect(clerkAt(standIns.url.clerk, 'sk_test_other').check()).rejects.toMatchObject({
      code: 'clerk_key_invalid',
    });
  });

  test.each([
    [{ status: 500 }, { ambiguous: true, retryable: true }],
    [{ status: 429 }, { code: 'too_many_requests', retryable: true }],
    [{ reset: true }, { retryable: true }],
    [{ hang: true }, { code: 'timeout' }],
  ] as const)('a failure %j is told as one', async (fault, told) => {
    standIns.fail('clerk', fault);
    await expect(clerk.readUser('user_1')).rejects.toMatchObject({ name: 'VendorError', vendor: 'clerk', ...told });
  });

  test("what the SDK sends is what Clerk's own file describes", async () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":[],"total_count":0}');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const asked = clerkAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await asked.readUser('user_1');
    await asked.sessionsOf('user_1');
    await asked.endSession('sess_1');
    await asked.check();
    server.close();
    expect(seen).toEqual([
      'GET /v1/users/user_1',
      'GET /v1/sessions?user_id=user_1&status=active&limit=100&paginated=true',
      'POST /v1/sessions/sess_1/revoke',
      'GET /v1/users/count',
    ]);
  });
});
