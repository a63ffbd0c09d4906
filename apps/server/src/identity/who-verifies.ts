import { getSessionFromCtx } from 'better-auth/api';
import type { HookContext } from './witness.ts';

/** Whose second factor a request is about: who is signed in, or who has shown the first factor only; null for nobody. */
export async function whoVerifies(ctx: HookContext): Promise<{ userId: string; signedIn: boolean } | null> {
  const session = await getSessionFromCtx(ctx, { disableCookieCache: true });
  if (session) return { userId: session.user.id, signedIn: true };
  const { context } = ctx;
  const challenge = await ctx.getSignedCookie(context.createAuthCookie('two_factor').name, context.secret);
  const waiting = challenge ? await context.internalAdapter.findVerificationValue(challenge) : null;
  return waiting ? { userId: waiting.value, signedIn: false } : null;
}
