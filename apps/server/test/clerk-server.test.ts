import { cloneDatabase, dropDatabase, makeWorkspace } from '@beback/db/test';
import { startStandIns } from '@beback/vendors';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { call, eventually, post } from './demo-server.ts';
import { clerkKeys, clerkToken, issuer, svixHeaders } from './identity/clerk-tokens.ts';
import { dataFolder, runToEnd, startServer } from './server-process.ts';

// The whole server, as it runs where Clerk signs people in.

const { appUrl, ownerUrl } = await cloneDatabase();
const standIns = await startStandIns({ now: () => new Date(), keys: { clerkSecretKey: clerkKeys.secretKey } });
const variables = {
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  DATA_DIR: dataFolder(),
  CLERK_SECRET_KEY: clerkKeys.secretKey,
  CLERK_PUBLISHABLE_KEY: clerkKeys.publishableKey,
  // In one line, as environment files have it.
  CLERK_JWT_KEY: clerkKeys.jwtKey.trim().replaceAll('\n', '\\n'),
  CLERK_WEBHOOK_SIGNING_SECRET: clerkKeys.webhookSecret,
  CLERK_API_URL: standIns.url.clerk,
};
const server = await startServer(variables);
const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
afterAll(async () => {
  await server.stop();
  await owner.end();
  await standIns.close();
  await dropDatabase(ownerUrl);
});
const { url } = server;

const { members, workspaceId } = await makeWorkspace(owner);
const [rep] = await owner`select email from members where id = ${members.rep}`;
const token = (session: string) => clerkToken('user_rep', session, { claims: { azp: url } });

function deliver(type: string, data: unknown, id: string, secret = clerkKeys.webhookSecret): Promise<Response> {
  const body = JSON.stringify({ type, data, event_attributes: { http_request: { client_ip: '203.0.113.5' } } });
  const headers = {
    ...Object.fromEntries(svixHeaders(id, body, new Date(), secret)),
    'content-type': 'application/json',
  };
  return fetch(`${url}/webhooks/clerk`, { method: 'POST', headers, body });
}

test('pages are told of Clerk, and may talk to it', async () => {
  const config = await (await fetch(`${url}/trpc/auth.config`)).json();
  expect(config.result.data).toEqual({
    mode: 'clerk',
    demo: false,
    clerkPublishableKey: clerkKeys.publishableKey,
    demoPeople: [],
  });
  const policy = (await fetch(`${url}/healthz`)).headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(new RegExp(`connect-src [^;]*${issuer}`));
  expect(policy).toMatch(/img-src [^;]*https:\/\/img\.clerk\.com/);
  expect(policy).not.toMatch(/script-src [^;]*'unsafe-inline'/);
});

test('sign-in by code is not there', async () => {
  const body = { email: rep?.email, type: 'sign-in' };
  expect((await post(url, '/api/auth/email-otp/send-verification-otp', body)).status).toBe(404);
  expect((await fetch(`${url}/demo/code?email=${rep?.email}`)).status).toBe(404);
});

test('a delivery is taken once it is signed, and then its person is let in', async () => {
  const address = { id: 'idn_1', email_address: String(rep?.email), verification: { status: 'verified' } };
  const user = { id: 'user_rep', primary_email_address_id: 'idn_1', email_addresses: [address], updated_at: 1_000 };
  const forged = await deliver('user.created', user, 'msg_1', `whsec_${Buffer.alloc(32, 9).toString('base64')}`);
  expect(forged.status).toBe(401);
  expect((await fetch(`${url}/webhooks/clerk`, { method: 'POST' })).status).toBe(401);
  expect((await deliver('user.created', user, 'msg_1')).status).toBe(204);
  expect(await call(url, 'member.me', undefined, token('sess_1'))).toMatchObject({ memberId: members.rep });
});

test('a token in the cookie acts for pages of ours only', async () => {
  const headers = { cookie: `__session=${token('sess_1')}`, 'sec-fetch-site': 'cross-site' };
  expect((await post(url, '/trpc/task.create', { title: 'x' }, headers)).status).toBe(403);
  const own = { ...headers, 'sec-fetch-site': 'same-origin' };
  expect((await post(url, '/trpc/session.endOthers', undefined, own)).status).toBe(200);
});

test('signing in at Clerk is in the audit log once, and ending the session there ends it here', async () => {
  const session = { id: 'sess_2', user_id: 'user_rep' };
  expect(await call(url, 'member.me', undefined, token('sess_2'))).toMatchObject({ memberId: members.rep });
  for (const id of ['msg_2', 'msg_2']) expect((await deliver('session.created', session, id)).status).toBe(204);
  expect((await deliver('session.ended', session, 'msg_3')).status).toBe(204);
  const rows = () =>
    owner`select procedure, address from changes where workspace_id = ${workspaceId} and subject_type = 'session' order by seq`;
  expect(await eventually(rows, (all) => all.length >= 2)).toMatchObject([
    { procedure: 'session.start', address: '203.0.113.5' },
    { procedure: 'session.end' },
  ]);
  expect((await call(url, 'member.me', undefined, token('sess_2'))).failed.code).toBe('UNAUTHORIZED');
});

test('somebody new of whom Clerk cannot be asked is told to come again', async () => {
  standIns.fail('clerk', { status: 500 });
  const stranger = clerkToken('user_new', 'sess_new', { claims: { azp: url } });
  const answer = await call(url, 'member.me', undefined, stranger);
  expect(answer.failed.code).toBe('SERVICE_UNAVAILABLE');
  expect(answer.message).toContain('try again');
});

test('the operator’s tool checks Clerk, and makes no tokens', async () => {
  const { stdout } = await runToEnd(['doctor'], variables);
  expect(stdout).toMatch(
    /^ok {3}clerk: Clerk: the key is accepted, .*; tokens of https:\/\/clerk\.beback\.example for /m,
  );
  const refused = await runToEnd(['token', String(rep?.email)], variables);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('Clerk signs people in');
});
