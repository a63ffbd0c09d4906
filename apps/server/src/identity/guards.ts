import { createHmac } from 'node:crypto';
import type { Database } from '@beback/db';
import { APIError, getSessionFromCtx } from 'better-auth/api';
import { whoVerifies } from './who-verifies.ts';
import type { HookContext } from './witness.ts';

/** A proof asked of the library on behalf of the session that the headers show; throws when it does not hold. */
interface Proofs {
  verifyTotp(code: string, headers: Headers): Promise<unknown>;
  useBackupCode(code: string, headers: Headers): Promise<unknown>;
}

const freshMs = 60 * 60_000;
/** Tries at a second factor, for each person and a quarter of an hour. */
const tries = { wanted: 1, most: 10, seconds: 900 };
/** As long as a code could be good for: its own half minute, and one on each side. */
const replayed = { wanted: 1, most: 1, seconds: 120 };

const verifying = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);
const weakening = new Set(['/two-factor/disable', '/two-factor/generate-backup-codes']);

/** What has to be shown before a route of the second factor answers. Gives the check; it throws the library's APIError. */
export function createGuards(db: Database, secret: string, proofs: Proofs) {
  const digest = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');

  /** Counts a try, and takes a code out of use the moment it is shown. */
  async function guardTry(ctx: HookContext) {
    const who = await whoVerifies(ctx);
    if (!who) return;
    const share = await db.identity.takeShare(`second-factor/${who.userId}`, tries, new Date());
    if (share.granted === 0) throw refusal('TOO_MANY_REQUESTS', 'TOO_MANY_ATTEMPTS', 'Too many attempts.');
    if (ctx.path !== '/two-factor/verify-totp') return;
    const key = `totp/${digest(`${who.userId}/${textOf(ctx.body?.code)}`)}`;
    const fresh = await db.identity.takeShare(key, replayed, new Date());
    if (fresh.granted === 0) throw refusal('UNAUTHORIZED', 'INVALID_CODE', 'Invalid code');
  }

  async function requireProof(ctx: HookContext) {
    const { user } = await requireSession(ctx);
    if (!('twoFactorEnabled' in user && user.twoFactorEnabled))
      throw refusal('BAD_REQUEST', 'TWO_FACTOR_NOT_ENABLED', "Two factor isn't enabled");
    const code = textOf(ctx.body?.code).trim();
    const headers = ctx.headers ?? new Headers();
    await (/^\d{6}$/.test(code) ? proofs.verifyTotp(code, headers) : proofs.useBackupCode(code, headers));
  }

  return async (ctx: HookContext): Promise<void> => {
    const path = ctx.path ?? '';
    if (verifying.has(path)) await guardTry(ctx);
    if (weakening.has(path)) await requireProof(ctx);
    if (path === '/two-factor/enable') await requireFresh(ctx);
  };
}

async function requireSession(ctx: HookContext) {
  const session = await getSessionFromCtx(ctx, { disableCookieCache: true });
  if (!session) throw refusal('UNAUTHORIZED', 'UNAUTHORIZED', 'Unauthorized');
  return session;
}

/** A session somebody left open somewhere must not lock its person out. */
async function requireFresh(ctx: HookContext) {
  const { session } = await requireSession(ctx);
  if (Date.now() - new Date(session.createdAt).getTime() > freshMs)
    throw refusal('FORBIDDEN', 'SESSION_NOT_FRESH', 'Sign in again first.');
}

function refusal(
  status: 'UNAUTHORIZED' | 'FORBIDDEN' | 'BAD_REQUEST' | 'TOO_MANY_REQUESTS',
  code: string,
  message: string,
) {
  return new APIError(status, { code, message });
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
