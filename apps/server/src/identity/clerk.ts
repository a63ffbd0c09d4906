import type { Person } from '@beback/api';
import type { ActorRow, Database } from '@beback/db';
import type { ClerkPort } from '@beback/vendors';
import { createReceiver } from './clerk-events.ts';
import { isOver, type KeptPerson, keepChoice, keepUser, keptUser } from './clerk-people.ts';
import { clerkSessions } from './clerk-sessions.ts';
import { type ClerkIdentity, type Credentials, IdentityUnavailable } from './port.ts';
import type { SessionEvent } from './witness.ts';

interface ClerkIdentityOptions {
  db: Database;
  clerk: ClerkPort;
  publishableKey: string;
  /** Hears of sign-ins and ends that Clerk tells of; `id` is the delivery's. Resolves when it is written down. */
  onSession(event: SessionEvent & { id: string }): Promise<void>;
}

/** How long an id that Clerk does not know is not asked for again. */
const unknownMs = 60_000;
const rememberedUnknown = 1_000;

/**
 * Sign-in by Clerk: its tokens prove who it is, our own memberships what they may see. Clerk's organisations mean nothing
 * here.
 */
export function createClerkIdentity({ db, clerk, publishableKey, onSession }: ClerkIdentityOptions): ClerkIdentity {
  const personOf = createPeople(db, clerk);

  async function claimsOf({ authorization, cookie }: Credentials) {
    const bearer = authorization === undefined ? null : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
    const token = bearer ?? cookie('__session') ?? '';
    const claims = token ? await clerk.readToken(token) : null;
    return claims && { ...claims, door: bearer === null ? ('web' as const) : ('api' as const) };
  }

  /** The member, asking Clerk first for somebody we have never heard of. */
  async function memberOf(userId: string, sessionId: string, twoFactor: boolean): Promise<ActorRow | null> {
    const member = () => db.identity.byClerk(userId, sessionId, twoFactor);
    // Read again also for those who are kept: they may have been written down since, by a request beside this one.
    return (await member()) ?? ((await personOf(userId)) && member());
  }

  return {
    mode: 'clerk',
    publishableKey,
    frontendOrigin: clerk.issuer,
    identify: async (credentials) => {
      const claims = await claimsOf(credentials);
      if (!claims) return null;
      const { userId, sessionId, twoFactor, door } = claims;
      const [over, row] = await Promise.all([isOver(db.auth, sessionId), memberOf(userId, sessionId, twoFactor)]);
      if (over || !row) return null;
      return { row, door, switchWorkspace: (workspaceId) => keepChoice(db.auth, sessionId, userId, workspaceId) };
    },
    identifyPerson: async (credentials): Promise<Person | null> => {
      const claims = await claimsOf(credentials);
      if (!claims || (await isOver(db.auth, claims.sessionId))) return null;
      const { userId, sessionId, twoFactor } = claims;
      const person = await personOf(userId);
      return person?.email ? { userId, sessionId, email: person.email, name: person.name, twoFactor } : null;
    },
    sessions: clerkSessions(db, clerk),
    receive: createReceiver({ db, clerk, personOf, onSession }),
  };
}

export type PersonOf = (userId: string) => Promise<KeptPerson | null>;

/** Finds people among those we keep, and asks Clerk for one once. The function throws IdentityUnavailable. */
function createPeople(db: Database, clerk: ClerkPort): PersonOf {
  const asking = new Map<string, Promise<KeptPerson | null>>();
  const unknown = new Map<string, number>();

  async function ask(userId: string): Promise<KeptPerson | null> {
    const user = await clerk.readUser(userId).catch((cause) => {
      throw new IdentityUnavailable('Sign-in cannot be checked at the moment. Nothing was lost; try again shortly.', {
        cause,
      });
    });
    if (user) await keepUser(db.auth, user);
    else remember(unknown, userId);
    return user && keptUser(db.auth, userId);
  }

  return async (userId) => {
    const kept = await keptUser(db.auth, userId);
    if (kept) return kept;
    if (Date.now() - (unknown.get(userId) ?? 0) < unknownMs) return null;
    const asked = asking.get(userId) ?? ask(userId).finally(() => asking.delete(userId));
    asking.set(userId, asked);
    return asked;
  };
}

function remember(unknown: Map<string, number>, userId: string): void {
  unknown.delete(userId);
  unknown.set(userId, Date.now());
  const [oldest] = unknown.keys();
  if (unknown.size > rememberedUnknown && oldest !== undefined) unknown.delete(oldest);
}
