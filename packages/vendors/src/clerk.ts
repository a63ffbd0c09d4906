import { createClerkClient, verifyToken } from '@clerk/backend';
import { isClerkAPIResponseError } from '@clerk/backend/errors';
import { type ClerkEvent, type ClerkUser, readClerkEvent, toClerkUser } from './clerk-events.ts';
import { type ClerkKeys, frontendDomain } from './clerk-keys.ts';
import { networkError, VendorError } from './vendor-error.ts';

/** What a genuine session token says. */
export interface ClerkClaims {
  userId: string;
  sessionId: string;
  /** Whether a second factor was shown at sign-in. */
  twoFactor: boolean;
}

/** One place where a Clerk user is signed in. */
export interface ClerkOpenSession {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  address: string | null;
  /** What Clerk says of the device: "Chrome", "Windows". */
  browser: string | null;
  system: string | null;
}

export interface ClerkPort {
  /** The origin of Clerk's Frontend API, which issues the tokens. */
  issuer: string;
  /** Reads a session token without a call to anybody; null for one that is not genuine, not ours or not valid now. */
  readToken(token: string): Promise<ClerkClaims | null>;
  /** The user as Clerk knows them now, or null when there is none. Throws VendorError. */
  readUser(userId: string): Promise<ClerkUser | null>;
  /** Their live sessions. Throws VendorError. */
  sessionsOf(userId: string): Promise<ClerkOpenSession[]>;
  /** Ends a session; its tokens run out within a minute. Throws VendorError. */
  endSession(sessionId: string): Promise<void>;
  /** What a delivery says, or null when its signature is not genuine. */
  readEvent(body: Buffer, headers: Headers): Promise<ClerkEvent | null>;
  /** Says in one line whether the key is accepted. Throws VendorError when it is not. */
  check(): Promise<string>;
}

interface ClerkOptions extends ClerkKeys {
  /** The origins whose browsers may show us tokens: our own. */
  authorizedParties: string[];
  /** Where a stand-in listens; Clerk itself when left out. */
  apiUrl?: string | undefined;
  timeoutMs?: number;
}

const notFound = 'resource_not_found';

/** Sign-in by Clerk, with telemetry off. Takes keys that are well formed. */
export function createClerk({ authorizedParties, apiUrl, timeoutMs = 10_000, ...keys }: ClerkOptions): ClerkPort {
  const { secretKey, publishableKey, jwtKey } = keys;
  const issuer = `https://${frontendDomain(publishableKey)}`;
  const base = apiUrl?.replace(/\/+$/, '');
  const client = createClerkClient({
    secretKey,
    publishableKey,
    ...(base && { apiUrl: base }),
    telemetry: { disabled: true },
  });

  /** The SDK takes no deadline; an answer that comes later is nobody's. */
  async function asked<T>(call: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), timeoutMs);
    });
    return Promise.race([call, late])
      .catch((error) => Promise.reject(toVendorError(error)))
      .finally(() => clearTimeout(timer));
  }

  return {
    issuer,
    readToken: async (token) => {
      const claims = await verifyToken(token, { jwtKey, authorizedParties, issuer }).catch(() => null);
      return claims && readClaims(claims, issuer);
    },
    readUser: async (userId) =>
      asked(client.users.getUser(userId)).then(
        (user) => toClerkUser(user.raw),
        (error) => (error instanceof VendorError && error.code === notFound ? null : Promise.reject(error)),
      ),
    sessionsOf: async (userId) => {
      const { data } = await asked(client.sessions.getSessionList({ userId, status: 'active', limit: 100 }));
      return data.map(({ id, createdAt, lastActiveAt, latestActivity }) => ({
        id,
        createdAt: new Date(createdAt),
        lastSeenAt: new Date(lastActiveAt),
        address: latestActivity?.ipAddress ?? null,
        browser: latestActivity?.browserName ?? null,
        system: latestActivity?.deviceType ?? null,
      }));
    },
    endSession: async (sessionId) => void (await asked(client.sessions.revokeSession(sessionId))),
    readEvent: (body, headers) => readClerkEvent(body, headers, keys.webhookSecret),
    check: async () => {
      const people = await asked(client.users.getCount());
      return `Clerk: the key is accepted, ${people} ${people === 1 ? 'user' : 'users'}`;
    },
  };
}

/** The claims that Clerk's own check leaves to us: who issued it, for which page, and that it stands for a person signed in. */
function readClaims(claims: Record<string, unknown>, issuer: string): ClerkClaims | null {
  const { iss, azp, sub, sid, sts, act, fva } = claims;
  if (iss !== issuer || typeof azp !== 'string' || azp === '') return null;
  if (typeof sub !== 'string' || typeof sid !== 'string' || !sub || !sid) return null;
  // A session that still has to do something, and one in which Clerk's own staff or ours play somebody.
  if ((sts !== undefined && sts !== 'active') || act !== undefined) return null;
  const second = Array.isArray(fva) ? fva[1] : undefined;
  return { userId: sub, sessionId: sid, twoFactor: typeof second === 'number' && second >= 0 };
}

function toVendorError(error: unknown): VendorError {
  // What never got an answer, the SDK dresses up as one without a status.
  if (!isClerkAPIResponseError(error) || !error.status) return networkError('clerk', error, true);
  const code = error.status === 404 ? notFound : (error.errors[0]?.code ?? `status_${error.status}`);
  const retryable = error.status === 429 || error.status >= 500;
  return new VendorError({ vendor: 'clerk', code, retryable, ambiguous: error.status >= 500 });
}
