import type { Database } from '@beback/db';
import { auth as tables } from '@beback/db/schema';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthMiddleware } from 'better-auth/api';
import { emailOTP } from 'better-auth/plugins/email-otp';
import { eq } from 'drizzle-orm';
import { createGuards } from './guards.ts';
import { secondFactor } from './second-factor.ts';
import { createWitness, type SessionEvent } from './witness.ts';

export interface LocalOptions {
  db: Database;
  /** Signs cookies, and encrypts what is kept of codes. The same on every machine. */
  secret: string;
  /** Where browsers reach us; cookies are secure when it is https. */
  publicUrl: string;
  /** Mails a code; not waited for. */
  mailCode(email: string, code: string): void;
  /** Hears of sign-ins, failed ones and sessions that were ended, after the answer. */
  onSession(event: SessionEvent): void;
}

const codeMinutes = 10;
const sessionDays = 30;

/** Better Auth as it is used here: codes by mail, a second factor, sessions in the database. */
export function createLibrary({ db, secret, publicUrl, mailCode, onSession }: LocalOptions) {
  const witness = createWitness(onSession);
  const guards = createGuards(db, secret, {
    // Asked of the library itself, which is there by the time somebody asks.
    verifyTotp: (code, headers) => library.api.verifyTOTP({ body: { code }, headers }),
    useBackupCode: (code, headers) => library.api.verifyBackupCode({ body: { code, disableSession: true }, headers }),
  });
  const library = betterAuth({
    appName: 'Beback',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret,
    database: drizzleAdapter(db.auth, { provider: 'pg', schema: tables }),
    session: {
      expiresIn: sessionDays * 86_400,
      storeSessionInDatabase: true,
      // Known to the library so that a session which is replaced goes on looking at the same workspace.
      additionalFields: { workspaceId: { type: 'string', required: false, input: false } },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Left to itself, the library prints the statement that failed, addresses and codes included.
    onAPIError: { throw: true },
    // Where a request comes from is checked before it gets here, by the rule that holds for every route.
    advanced: { useSecureCookies: publicUrl.startsWith('https:'), disableOriginCheck: true, disableCSRFCheck: true },
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        await witness.before(ctx);
        await guards(ctx).catch((error) => witness.refused(ctx, error));
      }),
      after: createAuthMiddleware(async (ctx) => witness.after(ctx)),
    },
    databaseHooks: {
      user: {
        update: {
          // Sessions from before have shown no second factor, or one that is gone; the library opens a new one.
          after: async (user, ctx) => {
            if (!ctx?.path?.startsWith('/two-factor/')) return;
            await db.auth.delete(tables.session).where(eq(tables.session.userId, user.id));
            // What was opened with them ends, too; and it is in the audit log.
            const kind = user.twoFactorEnabled === true ? 'secured' : 'unsecured';
            onSession({ kind, email: user.email, address: ctx.headers?.get('x-forwarded-for') ?? undefined });
          },
        },
      },
    },
    plugins: [
      emailOTP({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: 5,
        storeOTP: 'encrypted',
        // Everybody gets a code: whose address is a member's cannot be told from any of it.
        sendVerificationOTP: async ({ email, otp }) => mailCode(email, otp),
      }),
      secondFactor(),
    ],
  });
  return library;
}
