import { createHash } from 'node:crypto';
import type { TestDatabase } from '@beback/db/test';
import { createClerk, type StandIns } from '@beback/vendors';
import { createClerkIdentity } from '../../src/identity/clerk.ts';
import { createLocalIdentity } from '../../src/identity/local.ts';
import type { Credentials, IdentityPort } from '../../src/identity/port.ts';
import type { SessionEvent } from '../../src/identity/witness.ts';
import { clerkKeys, clerkToken, ourOrigin, wrongTokens } from './clerk-tokens.ts';

/** Somebody who has signed in. */
export interface SignedIn {
  token: string;
  sessionId: string;
}

/** A way of signing in, and what a test has to be able to do to it. */
export interface Adapter {
  port: IdentityPort;
  cookie: string;
  /** Signs a new or known person in, once more each time. */
  signIn(email: string, options?: { twoFactor?: boolean }): Promise<SignedIn>;
  /** Tokens that must be nobody's. */
  wrong(of: SignedIn): Promise<Record<string, string>>;
  deleteUser(email: string): Promise<void>;
}

type Make = (database: TestDatabase, standIns: StandIns) => Adapter;

const publicUrl = 'http://localhost:3000';

/** Better Auth over its own tables. */
export const local: Make = ({ db, owner }) => {
  const port = createLocalIdentity({ db, secret: 's'.repeat(32), publicUrl, mailCode: () => {}, onSession: () => {} });
  const idOf = async (token: string) => (await owner`select id from auth.session where token = ${token}`)[0]?.id ?? '';
  return {
    port,
    cookie: 'better-auth.session_token',
    signIn: async (email, { twoFactor = false } = {}) => {
      const token = await port.issueToken({ email, name: 'Somebody' });
      await owner`update auth."user" set two_factor_enabled = ${twoFactor} where email = ${email}`;
      return { token, sessionId: await idOf(token) };
    },
    wrong: async ({ token, sessionId }) => {
      const expired = await port.issueToken({ email: 'late@people.example', name: 'Late' });
      await owner`update auth.session set expires_at = now() - interval '1 second' where token = ${expired}`;
      return { expired, 'made up': 'x'.repeat(32), 'cut short': token.slice(0, -1), 'an id': sessionId, empty: '' };
    },
    deleteUser: async (email) => {
      await owner`delete from auth.session where user_id = (select id from auth."user" where email = ${email})`;
      await owner`delete from auth."user" where email = ${email}`;
    },
  };
};

/** Clerk, whose Backend API is the stand-in's. */
export const clerk: Make = ({ db, owner }, standIns) => clerkAdapter(db, owner, standIns).adapter;

/** The same with what only Clerk has. */
export function clerkAdapter(
  db: TestDatabase['db'],
  owner: TestDatabase['owner'],
  standIns: StandIns,
  onSession: (event: SessionEvent & { id: string }) => Promise<void> = async () => {},
) {
  const vendor = createClerk({
    ...clerkKeys,
    authorizedParties: [ourOrigin],
    apiUrl: standIns.url.clerk,
    timeoutMs: 500,
  });
  const port = createClerkIdentity({ db, clerk: vendor, publishableKey: clerkKeys.publishableKey, onSession });
  let counted = 0;
  const idOf = (email: string) => `user_${createHash('sha256').update(email).digest('hex').slice(0, 27)}`;
  const adapter: Adapter = {
    port,
    cookie: '__session',
    signIn: async (email, { twoFactor = false } = {}) => {
      counted += 1;
      const [userId, sessionId] = [idOf(email), `sess_${counted}_${idOf(email)}`];
      standIns.clerk.putUser({ id: userId, email, firstName: 'Somebody' });
      standIns.clerk.putSession({ id: sessionId, userId });
      return { token: clerkToken(userId, sessionId, { claims: { fva: [0, twoFactor ? 0 : -1] } }), sessionId };
    },
    wrong: async ({ sessionId }) => wrongTokens(sessionId.slice(sessionId.indexOf('user_')), sessionId),
    deleteUser: async (email) => {
      await owner`update auth.clerk_user set deleted_at = now() where id = ${idOf(email)}`;
    },
  };
  return { adapter, port, idOf };
}

/** What a request with this token shows. */
export const bearer = (token: string): Credentials => ({
  authorization: `Bearer ${token}`,
  cookie: () => undefined,
  address: '192.0.2.1',
});

export const inCookie = (name: string, value: string): Credentials => ({
  authorization: undefined,
  cookie: (asked) => (asked === name ? value : undefined),
  address: '192.0.2.1',
});
