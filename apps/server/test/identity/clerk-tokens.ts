import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

const domain = 'clerk.beback.example';
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwtKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

export const issuer = `https://${domain}`;
export const ourOrigin = 'https://beback.example';

/** Keys of a Clerk instance that does not exist. */
export const clerkKeys = {
  secretKey: 'sk_test_beback',
  publishableKey: `pk_test_${Buffer.from(`${domain}$`).toString('base64')}`,
  jwtKey,
  webhookSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
};

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

interface Made {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  key?: KeyObject;
}

/** A session token as Clerk makes it, or with something changed. */
export function clerkToken(
  userId: string,
  sessionId: string,
  { claims, header, key = pair.privateKey }: Made = {},
): string {
  const now = Math.floor(Date.now() / 1_000);
  const head = { alg: 'RS256', typ: 'JWT', kid: 'ins_1', cat: 'cl_B7d4PD111AAA', ...header };
  const genuine = {
    iss: issuer,
    sub: userId,
    sid: sessionId,
    azp: ourOrigin,
    iat: now,
    nbf: now - 10,
    exp: now + 60,
    v: 2,
  };
  const signed = `${encode(head)}.${encode({ ...genuine, fva: [0, -1], sts: 'active', ...claims })}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key, 'base64url')}`;
}

/** Tokens that look like Clerk's, each wrong in one way. */
export function wrongTokens(userId: string, sessionId: string): Record<string, string> {
  const made = (change: Made) => clerkToken(userId, sessionId, change);
  const past = Math.floor(Date.now() / 1_000) - 600;
  const genuine = made({});
  const [head = '', body = ''] = genuine.split('.');
  const none = `${encode({ alg: 'none', typ: 'JWT', kid: 'ins_1' })}.${body}`;
  const withSecret = `${encode({ alg: 'HS256', typ: 'JWT', kid: 'ins_1' })}.${body}`;
  return {
    'signed by somebody else': made({ key: stranger.privateKey }),
    expired: made({ claims: { iat: past, nbf: past, exp: past + 60 } }),
    'not valid yet': made({ claims: { nbf: past + 1_200 } }),
    'from another issuer': made({ claims: { iss: 'https://clerk.other.example' } }),
    'for another page': made({ claims: { azp: 'https://evil.example' } }),
    'for no page': made({ claims: { azp: undefined } }),
    'of a session that is not complete': made({ claims: { sts: 'pending' } }),
    'of somebody who plays the user': made({ claims: { act: { sub: 'user_admin' } } }),
    'without a session': made({ claims: { sid: undefined } }),
    'without a user': made({ claims: { sub: undefined } }),
    'without an algorithm': `${none}.`,
    'signed with the public key as a secret': `${withSecret}.${createHmac('sha256', jwtKey).update(withSecret).digest('base64url')}`,
    'with another body': `${head}.${encode({ sub: 'user_other', sid: sessionId })}.${genuine.split('.')[2]}`,
    'cut short': genuine.slice(0, -9),
    'that is no token': 'a.b.c',
  };
}

/** Headers of a genuine delivery, signed over these bytes. */
export function svixHeaders(id: string, body: string, at = new Date(), secret = clerkKeys.webhookSecret): Headers {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return new Headers({ 'svix-id': id, 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` });
}
