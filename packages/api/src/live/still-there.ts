import { TRPCError } from '@trpc/server';
import { readActor } from '../acting.ts';
import type { Actor, Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { mustHaveTwoFactor } from '../trpc.ts';
import type { LiveEvent } from './hub.ts';

type Listening = Pick<Context, 'services' | 'stillThere'> & { actor: Actor };

/**
 * Whoever listens is known as they were when they began. Takes an event that may concern them and gives them as they are
 * now; throws FORBIDDEN or UNAUTHORIZED, which ends the connection, when they may not listen any more.
 */
export async function stillThere(ctx: Listening, event: LiveEvent): Promise<Actor> {
  const { actor } = ctx;
  if (endsCredential(event, actor)) {
    const now = ctx.stillThere ? await ctx.stillThere() : actor;
    if (now?.memberId !== actor.memberId) throw new TRPCError({ code: 'UNAUTHORIZED' });
  }
  if (!changesRights(event)) return actor;
  const fresh = await readActor(ctx.services, actor.workspaceId, actor.memberId);
  if (!fresh) throw await gone(ctx);
  const { twoFactor, sessionId, keyId, keyScope } = actor;
  const now = { ...fresh, twoFactor, sessionId, keyId, keyScope };
  mustHaveTwoFactor(now);
  return now;
}

/**
 * Whether a session of theirs may have ended: whether it is this one, only the door knows. A key can be revoked, and run out
 * without anybody being told, so it is looked at each time.
 */
function endsCredential(event: LiveEvent, actor: Actor): boolean {
  if ('resync' in event || actor.keyId) return true;
  const { type, id } = event.subject;
  return type === 'session' && id === actor.memberId && event.procedure === 'session.end';
}

/** Who belongs here and in what role, or what the dealership shows its people; what was missed may have been that. */
function changesRights(event: LiveEvent): boolean {
  return 'resync' in event || event.subject.type === 'member' || event.subject.type === 'workspace';
}

async function gone({ services, actor }: Listening): Promise<AppError> {
  const elsewhere = await services.db.identity.workspacesOf(actor.email);
  const reason = elsewhere.length > 0 ? 'membership_ended' : 'no_workspace';
  return new AppError('FORBIDDEN', `You are no member of ${actor.workspaceName} any more.`, { reason });
}
