import type { Database } from '@beback/db';
import { auth as tables } from '@beback/db/schema';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { eq } from 'drizzle-orm';
import type { Credentials, IdentityPort, Visitor } from './port.ts';

interface LocalOptions {
  db: Database;
  secret: string;
  /** Where browsers reach us; cookies are secure when it is https. */
  publicUrl: string;
  /** Mails a code to a member; called for members only, and not waited for. */
  mailCode(email: string, code: string): void;
}

const codeMinutes = 10;
const sessionDays = 30;

/** Local sign-in by a code that is mailed: six digits, ten minutes, five attempts, once. */
export function createLocalIdentity(options: LocalOptions): IdentityPort {
  const { db } = options;
  const library = createLibrary(options);
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

function createLibrary({ db, secret, publicUrl, mailCode }: LocalOptions) {
  return betterAuth({
    appName: 'Beback',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(db.auth, { provider: 'pg', schema: tables }),
    session: { expiresIn: sessionDays * 86_400, storeSessionInDatabase: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Left to itself, the library prints the statement that failed, addresses and codes included.
    onAPIError: { throw: true },
    // Where a request comes from is checked before it gets here, by the rule that holds for every route.
    advanced: { useSecureCookies: publicUrl.startsWith('https:'), disableOriginCheck: true, disableCSRFCheck: true },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: 5,
        storeOTP: 'encrypted',
        // Everybody gets the same answer in the same time; only members get a mail.
        sendVerificationOTP: async ({ email, otp }) => {
          void db.identity.byEmail(email).then(
            (member) => member && mailCode(member.email, otp),
            () => {},
          );
        },
      }),
    ],
  });
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
