import { auth as tables } from '@beback/db/schema';
import { eq } from 'drizzle-orm';
import { createLibrary, type LocalOptions } from './library.ts';
import { createLastSeen, localSessions } from './local-sessions.ts';
import type { Credentials, LocalIdentity, Visitor } from './port.ts';

/** Local sign-in by a code that is mailed: six digits, ten minutes, five attempts, once. */
export function createLocalIdentity(options: LocalOptions): LocalIdentity {
  const { db } = options;
  const library = createLibrary(options);
  const seen = createLastSeen(db);
  const cookieName = options.publicUrl.startsWith('https:')
    ? '__Secure-better-auth.session_token'
    : 'better-auth.session_token';

  function shown({ authorization, cookie }: Credentials) {
    const bearer = authorization === undefined ? null : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
    return { bearer, token: tokenOf(bearer ?? cookie(cookieName) ?? '') };
  }

  async function identify(credentials: Credentials): Promise<Visitor | null> {
    const { bearer, token } = shown(credentials);
    // A session's end is the machine's business, not the dealership's: it does not follow CLOCK_START.
    const row = token ? await db.identity.bySession(token, new Date()) : null;
    if (!row) return null;
    if (row.sessionId) seen(row.sessionId);
    const switchWorkspace = async (workspaceId: string) => {
      await db.auth.update(tables.session).set({ workspaceId }).where(eq(tables.session.token, token));
    };
    return { row, door: bearer === null ? 'web' : 'api', switchWorkspace };
  }

  return {
    mode: 'local',
    identify,
    identifyPerson: async (credentials) => {
      const { token } = shown(credentials);
      return token ? db.identity.personBySession(token, new Date()) : null;
    },
    sessions: localSessions(db),
    handle: (request) => library.handler(request),
    issueToken: async ({ email, name }) => {
      const { internalAdapter } = await library.$context;
      const known = await internalAdapter.findUserByEmail(email);
      const user =
        known?.user ??
        (await internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'command-line' }));
      return (await internalAdapter.createSession(user.id)).token;
    },
    waitingCode: async (email) => {
      const { otp } = await library.api.getVerificationOTP({ query: { email, type: 'sign-in' } });
      return otp ?? null;
    },
  };
}

/**
 * A cookie holds the token, a dot and its signature; the token alone is what the database knows. Empty when it is none of
 * ours: a cookie can hold characters that the database refuses.
 */
function tokenOf(value: string): string {
  const dot = value.lastIndexOf('.');
  const token = dot > 0 ? value.slice(0, dot) : value;
  return /^[\w-]+$/.test(token) ? token : '';
}
