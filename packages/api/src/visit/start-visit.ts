import type { Tx } from '@beback/db';
import type { z } from 'zod';
import { insertActivity, planActivity } from '../activity/activities.ts';
import { inserted } from '../change/images.ts';
import { record } from '../change/record.ts';
import { AppError, forbidden } from '../errors.ts';
import { getWorkingMember } from '../member/members.ts';
import type { MemberContext } from '../trpc.ts';
import { openVisit } from './open-visit.ts';
import { describeArrival } from './visit.rules.ts';
import type { StartVisit } from './visit-input.ts';
import { getVisit, toVisit, type Visit } from './visits.ts';
import { whoCameIn } from './who-came-in.ts';

/**
 * Checks somebody in: contact and deal where they are new, the visit in the timeline, the line of the desk log, the
 * appointment of that day; one change. Throws CONFLICT when they are in the store already, FORBIDDEN when a rep gives the up away.
 */
export async function startVisit(
  tx: Tx,
  ctx: MemberContext,
  input: z.infer<typeof StartVisit>,
): Promise<Visit & { changeId: string }> {
  const memberId = input.memberId ?? ctx.actor.memberId;
  if (memberId !== ctx.actor.memberId) await mayGiveUp(tx, ctx, memberId);
  const { dealId, contactId, images, opened } = await whoCameIn(tx, ctx, input);
  const { vehicle, appointmentId } = input;
  const wants = typeof vehicle === 'string' && !opened ? `Came for: ${vehicle}.` : null;
  const note = [wants, input.note?.trim()].filter(Boolean).join(' ') || null;
  const activity = await planActivity(tx, ctx, { dealId, kind: 'visit', note, occurredAt: input.arrivedAt });
  const came = { dealId, contactId, at: activity.occurredAt, beBack: activity.beBack, activityId: activity.id };
  const started = await openVisit(tx, ctx, { ...came, memberId, appointmentId, note });
  if (!started.opened)
    throw new AppError('CONFLICT', 'This customer is in the store already. Mark what happens on that visit.', {
      reason: 'visit_open',
    });
  await insertActivity(tx, activity);
  const { changeId } = await record(tx, ctx, {
    subject: { type: 'visit', id: started.visit.id },
    dealId,
    contactId,
    summary: describeArrival(started.visit.kind),
    images: [...images, inserted('activities', activity), ...started.images],
  });
  return { ...toVisit(await getVisit(tx, started.visit.id)), changeId };
}

/** Refuses to give the up to who cannot take it; a rep who sees only their own takes their ups themselves. */
export async function mayGiveUp(tx: Tx, ctx: MemberContext, memberId: string): Promise<void> {
  if (ctx.actor.sees === 'own') throw forbidden('Ask a manager to give an up to somebody else.');
  await getWorkingMember(tx, memberId);
}
