import type { Tx } from '@beback/db';
import { appointments, workspaces } from '@beback/db/schema';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { updated } from '../change/images.ts';
import { recordAll } from '../change/record-all.ts';
import type { Services } from '../context.ts';
import { dayTime } from '../time/day.rules.ts';
import { describeChange } from './appointment.rules.ts';

/** A transaction stays short also after the server was away for a week. */
const mostAtOnce = 500;

/**
 * Marks the appointments that nobody came to as missed, in every dealership by its own patience. However many processes do
 * this at once, each appointment is marked, and told of, once: whoever comes second finds nothing left.
 */
export async function markNoShows(services: Services): Promise<void> {
  const now = services.clock.now();
  for (const workspaceId of await services.db.identity.dueAppointments(now)) {
    const scope = { workspaceId, memberId: null, sees: 'floor' as const };
    let marked: number;
    do marked = await services.db.tenant(scope, (tx) => markIn(tx, now.toISOString()));
    while (marked === mostAtOnce);
  }
}

/** One dealership's, in four statements; gives how many there were. */
async function markIn(tx: Tx, at: string): Promise<number> {
  const ours = eq(workspaces.workspaceId, tx.scope.workspaceId);
  const [store] = await tx.select().from(workspaces).where(ours);
  if (!store) return 0;
  const waiting = and(
    eq(appointments.workspaceId, tx.scope.workspaceId),
    inArray(appointments.status, ['set', 'confirmed']),
    isNull(appointments.archivedAt),
    sql`${appointments.startsAt} <= ${at}::timestamptz - make_interval(mins => ${store.noShowMinutes}::int)`,
  );
  const due = await tx.select().from(appointments).where(waiting).limit(mostAtOnce).for('update', { skipLocked: true });
  if (due.length === 0) return 0;
  const ids = due.map(({ id }) => id);
  const missed = await tx
    .update(appointments)
    .set({ status: 'no_show', version: sql`${appointments.version} + 1` })
    .where(and(eq(appointments.workspaceId, tx.scope.workspaceId), inArray(appointments.id, ids)))
    .returning();
  const before = new Map(due.map((appointment) => [appointment.id, appointment]));
  const drafts = missed.flatMap((after) => {
    const { id, dealId, contactId, startsAt } = after;
    const was = before.get(id);
    if (!was) return [];
    const summary = describeChange(was, after, dayTime(startsAt, store.timeZone));
    const images = [updated('appointments', was, after)];
    return [{ subject: { type: 'appointment', id }, dealId, contactId, summary, images }];
  });
  await recordAll(tx, { procedure: 'appointment.noShow', at }, drafts);
  return due.length;
}
