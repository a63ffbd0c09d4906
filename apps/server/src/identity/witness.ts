import { type createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { whoVerifies } from './who-verifies.ts';

/** What a hook of the library is given. */
export type HookContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];

/** Somebody signed in, failed to, ended a session, or turned their second factor on or off, which ends all of them. */
export interface SessionEvent {
  kind: 'start' | 'fail' | 'end' | 'secured' | 'unsecured';
  email: string;
  address: string | undefined;
}

const secondStep = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);

/** Sees how requests to the library end, and reports the sign-ins, failures and ends among them once they are answered. */
export function createWitness(report: (event: SessionEvent) => void) {
  /** Who a request was about, as long as it runs: afterwards the challenge or the session is gone. */
  const about = new WeakMap<object, { email: string; signedIn: boolean }>();

  return {
    before: async (ctx: HookContext): Promise<void> => {
      const path = ctx.path ?? '';
      if (secondStep.has(path)) {
        const who = await whoVerifies(ctx);
        const user = who && (await ctx.context.internalAdapter.findUserById(who.userId));
        if (who && user) about.set(ctx.context, { email: user.email, signedIn: who.signedIn });
      }
      if (path === '/sign-out') {
        const session = await getSessionFromCtx(ctx, { disableCookieCache: true });
        if (session) about.set(ctx.context, { email: session.user.email, signedIn: true });
      }
    },
    /** What was refused before the library saw it; beyond the limit there is nothing new to tell. Throws the refusal. */
    refused: (ctx: HookContext, error: unknown): never => {
      const one = about.get(ctx.context);
      if (one?.signedIn === false && isAPIError(error) && error.status !== 'TOO_MANY_REQUESTS')
        tell('fail', one.email, ctx);
      throw error;
    },
    after: async (ctx: HookContext): Promise<void> => {
      const kind = kindOf(ctx, about.get(ctx.context)?.signedIn);
      const email = ctx.path === '/sign-in/email-otp' ? ctx.body?.email : about.get(ctx.context)?.email;
      if (kind && typeof email === 'string') tell(kind, email, ctx);
    },
  };

  function tell(kind: SessionEvent['kind'], email: string, ctx: HookContext): void {
    report({ kind, email: email.toLowerCase(), address: ctx.headers?.get('x-forwarded-for') ?? undefined });
  }
}

function kindOf(ctx: HookContext, signedIn: boolean | undefined): SessionEvent['kind'] | null {
  const path = ctx.path ?? '';
  const failed = isAPIError(ctx.context.returned);
  if (path === '/sign-out') return failed ? null : 'end';
  const signsIn = path === '/sign-in/email-otp' || (secondStep.has(path) && signedIn === false);
  if (!signsIn) return null;
  if (failed) return 'fail';
  // The session of somebody whose second factor is still due is ended again after this.
  const user = ctx.context.newSession?.user;
  const due = path === '/sign-in/email-otp' && user && 'twoFactorEnabled' in user && user.twoFactorEnabled;
  return user && !due ? 'start' : null;
}
