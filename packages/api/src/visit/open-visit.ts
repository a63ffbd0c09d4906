import type { Tx } from '@beback/db';
import { activities, appointments, visits } from '@beback/db/schema';
import { and, eq, gte, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import { type Image, inserted } from '../change/images.ts';
import type { Recorder } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { newId } from '../id.ts';
import { dayBounds, dayIn } from '../time/day.rules.ts';
import { visitKind } from './visit.rules.ts';
import { openVisitOf, type VisitRow } from './visits.ts';

/** Somebody comes in. */
export interface Arrival {
  dealId: string;
  contactId: string;
  at: string;
  /** Said, or worked out before; else it is worked out here. */
  beBack?: boolean;
  activityId?: string | null;
  /** The rep who takes the up; whoever says so, if nothing is said. */
  memberId?: string | null;
  appointmentId?: string | null;
  note?: string | null;
}

/**
 * Writes a line of the desk log, unless the customer is in the store already, and marks their appointment of that day as
 * shown; the caller records the change. One that is told of on a later day is over: nobody waits for it to end.
 */
export async function openVisit(
  tx: Tx,
  by: Recorder,
  arrival: Arrival,
): Promise<{ visit: VisitRow; opened: boolean; images: Image[] }> {
  const { dealId, at } = arrival;
  const { workspaceId } = tx.scope;
  const bounds = boundsOf(by, at);
  const [, open, appointment, beBack] = await Promise.all([
    // Two who greet the same customer at the same moment make one line.
    tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${workspaceId}:visit:${dealId}`}, 0))`),
    openVisitOf(tx, dealId, bounds),
    expectedOn(tx, arrival, bounds),
    arrival.beBack ?? wasHereBefore(tx, dealId),
  ]);
  if (open) return { visit: open, opened: false, images: [] };
  const now = by.services.clock.now().toISOString();
  const [visit] = await tx
    .insert(visits)
    .values({
      workspaceId,
      id: newId(),
      dealId,
      memberId: arrival.memberId === undefined ? by.actor.memberId : arrival.memberId,
      kind: visitKind(beBack, appointment?.id ?? null),
      appointmentId: appointment?.id ?? null,
      activityId: arrival.activityId ?? null,
      arrivedAt: at,
      leftAt: bounds.to <= now ? at : null,
      note: arrival.note ?? null,
      createdAt: now,
    })
    .returning();
  if (!visit) throw new Error('the visit was not written');
  const shown = appointment?.status === 'showed' ? null : appointment;
  const image = shown ? (await rewrite(tx, 'appointments', shown, { status: 'showed' })).image : null;
  return { visit, opened: true, images: [inserted('visits', visit), ...(image ? [image] : [])] };
}

/** Marks what happens on the visit that is going on, if there is one and it is not marked yet. */
export async function markVisit(
  tx: Tx,
  by: Recorder,
  dealId: string,
  at: string,
  set: Partial<VisitRow>,
): Promise<Image[]> {
  const open = await openVisitOf(tx, dealId, boundsOf(by, at));
  if (!open) return [];
  const news = Object.entries(set).filter(([column]) => open[column as keyof VisitRow] === null);
  const { image } = await rewrite(tx, 'visits', open, Object.fromEntries(news));
  return image ? [image] : [];
}

/** The customer's visit that is going on at an instant's day. */
export function visitGoingOn(tx: Tx, by: Recorder, dealId: string, at: string): Promise<VisitRow | null> {
  return openVisitOf(tx, dealId, boundsOf(by, at));
}

/** Whether a deal's customer has been in the store: as a line of the desk log, or as it was put down before there was one. */
export async function wasHereBefore(tx: Tx, dealId: string): Promise<boolean> {
  const { workspaceId } = tx.scope;
  const came = and(
    eq(activities.workspaceId, workspaceId),
    eq(activities.dealId, dealId),
    isNull(activities.archivedAt),
  );
  const [lines, entries] = await Promise.all([
    tx.$count(visits, and(eq(visits.workspaceId, workspaceId), eq(visits.dealId, dealId), isNull(visits.archivedAt))),
    tx.$count(activities, and(came, or(eq(activities.kind, 'visit'), eq(activities.beBack, true)))),
  ]);
  return lines + entries > 0;
}

function boundsOf(by: Recorder, at: string): { from: string; to: string } {
  const { timeZone } = by.actor;
  return dayBounds(dayIn(new Date(at), timeZone), timeZone);
}

/** The appointment that brings the customer in: the one named, else the nearest of that day that nobody called off. */
async function expectedOn(tx: Tx, arrival: Arrival, { from, to }: { from: string; to: string }) {
  const [appointment] = await tx
    .select()
    .from(appointments)
    .where(
      and(
        eq(appointments.workspaceId, tx.scope.workspaceId),
        isNull(appointments.archivedAt),
        eq(appointments.contactId, arrival.contactId),
        arrival.appointmentId
          ? and(eq(appointments.id, arrival.appointmentId), ne(appointments.status, 'cancelled'))
          : and(
              inArray(appointments.status, ['set', 'confirmed', 'no_show']),
              gte(appointments.startsAt, from),
              lt(appointments.startsAt, to),
            ),
      ),
    )
    .orderBy(sql`abs(extract(epoch from ${appointments.startsAt} - ${arrival.at}::timestamptz))`)
    .limit(1);
  return appointment;
}
