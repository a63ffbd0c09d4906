import type { Tx } from '@beback/db';
import { appointments, deals, tasks } from '@beback/db/schema';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type Image, type UndoableTable, updated } from '../change/images.ts';

/** How much a member still has in hand. */
export async function countInHand(tx: Tx, memberId: string): Promise<{ deals: number; tasks: number }> {
  const [openDeals, openTasks] = await Promise.all([
    tx.$count(deals, openDealsOf(tx, memberId)),
    tx.$count(tasks, openTasksOf(tx, memberId)),
  ]);
  return { deals: openDeals, tasks: openTasks };
}

/** Gives a member's open deals, tasks and coming appointments to another, each in one statement; gives their images. */
export async function handOver(
  tx: Tx,
  from: string,
  to: string,
): Promise<{ deals: number; tasks: number; images: Image[] }> {
  const next = <T extends typeof deals | typeof tasks | typeof appointments>(table: T) => sql`${table.version} + 1`;
  const [movedDeals, movedTasks, movedAppointments] = await Promise.all([
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
  ]);
  const images = [
    ...movedDeals.map((deal) => handed('deals', { ...deal, ownerId: from }, deal)),
    ...movedTasks.map((task) => handed('tasks', { ...task, memberId: from }, task)),
    ...movedAppointments.map((appointment) => handed('appointments', { ...appointment, memberId: from }, appointment)),
  ];
  return { deals: movedDeals.length, tasks: movedTasks.length, images };
}

function handed<Row extends { id: string; version: number }>(table: UndoableTable, before: Row, after: Row): Image {
  return updated(table, { ...before, version: after.version - 1 }, after);
}

function openDealsOf(tx: Tx, memberId: string) {
  return and(
    eq(deals.workspaceId, tx.scope.workspaceId),
    eq(deals.ownerId, memberId),
    isNull(deals.closedAt),
    isNull(deals.archivedAt),
  );
}

function openTasksOf(tx: Tx, memberId: string) {
  return and(
    eq(tasks.workspaceId, tx.scope.workspaceId),
    eq(tasks.memberId, memberId),
    isNull(tasks.doneAt),
    isNull(tasks.archivedAt),
  );
}

function comingAppointmentsOf(tx: Tx, memberId: string) {
  return and(
    eq(appointments.workspaceId, tx.scope.workspaceId),
    eq(appointments.memberId, memberId),
    inArray(appointments.status, ['set', 'confirmed']),
    isNull(appointments.archivedAt),
  );
}
