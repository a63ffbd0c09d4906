import type { Tx } from '@beback/db';
import { apiKeys, appointments, contacts, dealShares, deals, tasks } from '@beback/db/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Image, type UndoableTable, updated } from '../change/images.ts';
import { shareImage } from '../change/share-image.ts';
import { comingAppointmentsOf, customersOf, openDealsOf, openTasksOf } from './in-hand.ts';

/**
 * Gives a member's open deals, tasks, coming appointments and customers to another, or to nobody, each in one statement;
 * gives their images. Takes a transaction that sees the floor.
 */
export async function handOver(tx: Tx, from: string, to: string | null): Promise<Image[]> {
  const next = <T extends typeof deals | typeof tasks | typeof appointments | typeof contacts>(table: T) =>
    sql`${table.version} + 1`;
  const [movedDeals, movedTasks, movedAppointments, movedContacts] = await Promise.all([
    tx
      .update(deals)
      .set({ ownerId: to, version: next(deals) })
      .where(openDealsOf(tx, from))
      .returning(),
    tx
      .update(tasks)
      .set({ memberId: to, version: next(tasks) })
      .where(openTasksOf(tx, from))
      .returning(),
    tx
      .update(appointments)
      .set({ memberId: to, version: next(appointments) })
      .where(comingAppointmentsOf(tx, from))
      .returning(),
    tx
      .update(contacts)
      .set({ ownerId: to, version: next(contacts) })
      .where(customersOf(tx, from))
      .returning(),
  ]);
  return [
    ...movedDeals.map((deal) => handed('deals', { ...deal, ownerId: from }, deal)),
    ...movedTasks.map((task) => handed('tasks', { ...task, memberId: from }, task)),
    ...movedAppointments.map((appointment) => handed('appointments', { ...appointment, memberId: from }, appointment)),
    ...movedContacts.map((contact) => handed('contacts', { ...contact, ownerId: from }, contact)),
  ];
}

function handed<Row extends { id: string; version: number }>(table: UndoableTable, before: Row, after: Row): Image {
  return updated(table, { ...before, version: after.version - 1 }, after);
}

/**
 * Ends what lets a member in by other ways than their own: keys that act as them, for good, and deals they were shown;
 * gives the images of these.
 */
export async function endAccess(tx: Tx, memberId: string, now: Date): Promise<Image[]> {
  const { workspaceId } = tx.scope;
  const [ended] = await Promise.all([
    tx
      .delete(dealShares)
      .where(and(eq(dealShares.workspaceId, workspaceId), eq(dealShares.memberId, memberId)))
      .returning(),
    tx
      .update(apiKeys)
      .set({ revokedAt: now.toISOString(), version: sql`${apiKeys.version} + 1` })
      .where(and(eq(apiKeys.workspaceId, workspaceId), eq(apiKeys.memberId, memberId), isNull(apiKeys.revokedAt))),
  ]);
  return ended.map((share) => shareImage(share, share.creditPercent, null));
}
