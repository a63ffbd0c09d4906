import { placeholders, prepared, type Tx } from '@beback/db';
import { activities } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { type Image, inserted } from '../change/images.ts';
import type { Recorder } from '../change/record.ts';
import { getContact } from '../contact/contacts.ts';
import type { Door } from '../context.ts';
import { getDeal } from '../deal/deals.ts';
import { badRequest } from '../errors.ts';
import { newId } from '../id.ts';
import { id, text, when } from '../inputs.ts';
import { markVisit, openVisit, visitGoingOn, wasHereBefore } from '../visit/open-visit.ts';
import { isBeBack } from './activity.rules.ts';

export type ActivityRow = typeof activities.$inferSelect;
export type ActivityKind = ActivityRow['kind'];
export type ActivityOutcome = NonNullable<ActivityRow['outcome']>;

export const NewActivity = z.object({
  dealId: id.optional(),
  contactId: id.optional(),
  kind: z.enum(['call', 'text', 'email', 'visit', 'note', 'appointment', 'demo']),
  outcome: z.enum(['reached', 'left_message', 'no_answer']).nullish(),
  minutes: z.int().min(0).max(1_440).nullish(),
  note: text(10_000).nullish(),
  /** When it was; now, if nothing is said. */
  occurredAt: when.optional(),
  /** A visit of somebody who was here before; worked out from the deal's visits if nothing is said. */
  beBack: z.boolean().optional(),
});

/** A clock that runs ahead by a little is no reason to refuse a log. */
const aheadMs = 10 * 60_000;

/**
 * Works out the row of an activity without writing it. Throws NOT_FOUND for a deal or contact one may not see, BAD_REQUEST
 * when neither is named or it lies in the future.
 */
export async function planActivity(tx: Tx, by: Recorder, input: z.infer<typeof NewActivity>): Promise<ActivityRow> {
  const now = by.services.clock.now();
  if (input.occurredAt && Date.parse(input.occurredAt) > now.getTime() + aheadMs) {
    throw badRequest('That is in the future. Make it a follow-up or an appointment.', 'in_future', {
      occurredAt: 'is in the future',
    });
  }
  const occurredAt = input.occurredAt ?? now.toISOString();
  const [about, hereBefore] = await Promise.all([
    readSubject(tx, input),
    input.kind === 'visit' && input.dealId ? isComingBack(tx, by, input.dealId, occurredAt) : false,
  ]);
  return {
    workspaceId: tx.scope.workspaceId,
    id: newId(),
    ...about,
    memberId: by.actor.memberId,
    version: 1,
    createdAt: now.toISOString(),
    archivedAt: null,
    visibleTo: [],
    kind: input.kind,
    outcome: input.outcome ?? null,
    minutes: input.minutes ?? null,
    note: input.note || null,
    occurredAt,
    via: by.door,
    beBack: input.beBack ?? isBeBack(input.kind, hereBefore),
  };
}

export const insertActivity = prepared((db) =>
  db.insert(activities).values(placeholders(activities)).prepare('insert_activity'),
);

/**
 * Writes an activity, and what follows from it in the desk log; the caller records the change. Throws like `planActivity`.
 */
export async function logActivity(
  tx: Tx,
  by: Recorder,
  input: z.infer<typeof NewActivity>,
): Promise<{ activity: ActivityRow; images: Image[] }> {
  const activity = await planActivity(tx, by, input);
  const [, followed] = await Promise.all([insertActivity(tx, activity), followActivity(tx, by, activity)]);
  return { activity, images: [inserted('activities', activity), ...followed] };
}

/** A visit is a line of the desk log; a demo drive is marked on the visit that is going on. */
export async function followActivity(tx: Tx, by: Recorder, activity: ActivityRow): Promise<Image[]> {
  const { dealId, contactId, kind, beBack, occurredAt: at, id: activityId } = activity;
  if (!dealId || !contactId) return [];
  if (kind === 'demo') return markVisit(tx, by, dealId, at, { demoAt: at });
  if (kind !== 'visit') return [];
  return (await openVisit(tx, by, { dealId, contactId, at, beBack, activityId })).images;
}

/** An activity as it goes over the wire. */
export function toActivity(activity: ActivityRow, memberName: string | null) {
  const {
    id: activityId,
    dealId,
    contactId,
    kind,
    outcome,
    minutes,
    note,
    occurredAt,
    memberId,
    beBack,
    version,
  } = activity;
  return {
    activityId,
    dealId,
    contactId,
    kind,
    outcome,
    minutes,
    note,
    occurredAt,
    via: activity.via as Door,
    memberId,
    memberName,
    beBack,
    version,
  };
}

async function readSubject(
  tx: Tx,
  input: { dealId?: string; contactId?: string },
): Promise<{ dealId: string | null; contactId: string }> {
  if (input.dealId) return { dealId: input.dealId, contactId: (await getDeal(tx, input.dealId)).contactId };
  if (input.contactId) return { dealId: null, contactId: (await getContact(tx, input.contactId)).id };
  throw badRequest('Say which deal or which customer this is about.', 'subject_required', { dealId: 'is missing' });
}

/** Whoever was here before comes back; but what a second person puts down of a visit that is going on, is the same visit. */
async function isComingBack(tx: Tx, by: Recorder, dealId: string, at: string): Promise<boolean> {
  const goingOn = await visitGoingOn(tx, by, dealId, at);
  const same =
    goingOn && (goingOn.activityId === null || (await loggedBy(tx, goingOn.activityId)) !== by.actor.memberId);
  return same ? goingOn.kind === 'be_back' : wasHereBefore(tx, dealId);
}

async function loggedBy(tx: Tx, activityId: string): Promise<string | null> {
  const [entry] = await tx
    .select({ memberId: activities.memberId })
    .from(activities)
    .where(and(eq(activities.workspaceId, tx.scope.workspaceId), eq(activities.id, activityId)));
  return entry?.memberId ?? null;
}
