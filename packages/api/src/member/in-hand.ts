import type { Tx } from '@beback/db';
import { appointments, contacts, deals, tasks } from '@beback/db/schema';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { listed } from '../wording/change-words.rules.ts';

/** What a member still has open, and the customers who are theirs. */
export interface InHand {
  deals: number;
  tasks: number;
  appointments: number;
  customers: number;
}

/** How much a member still has in hand. */
export async function countInHand(tx: Tx, memberId: string): Promise<InHand> {
  const [openDeals, openTasks, coming, customers] = await Promise.all([
    tx.$count(deals, openDealsOf(tx, memberId)),
    tx.$count(tasks, openTasksOf(tx, memberId)),
    tx.$count(appointments, comingAppointmentsOf(tx, memberId)),
    tx.$count(contacts, customersOf(tx, memberId)),
  ]);
  return { deals: openDeals, tasks: openTasks, appointments: coming, customers };
}

/** Whether somebody has to take over: customers alone can wait at the desk. */
export function mustBeHanded({ deals: open, tasks: due, appointments: coming }: InHand): boolean {
  return open + due + coming > 0;
}

/** "1 open deal and 2 open tasks"; empty when there is nothing. */
export function inHandWords(inHand: InHand): string {
  const counted = (count: number, noun: string) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`]);
  return listed([
    ...counted(inHand.deals, 'open deal'),
    ...counted(inHand.tasks, 'open task'),
    ...counted(inHand.appointments, 'appointment'),
    ...counted(inHand.customers, 'customer'),
  ]);
}

export function openDealsOf(tx: Tx, memberId: string) {
  return and(
    eq(deals.workspaceId, tx.scope.workspaceId),
    eq(deals.ownerId, memberId),
    isNull(deals.closedAt),
    isNull(deals.archivedAt),
  );
}

export function openTasksOf(tx: Tx, memberId: string) {
  return and(
    eq(tasks.workspaceId, tx.scope.workspaceId),
    eq(tasks.memberId, memberId),
    isNull(tasks.doneAt),
    isNull(tasks.archivedAt),
  );
}

export function comingAppointmentsOf(tx: Tx, memberId: string) {
  return and(
    eq(appointments.workspaceId, tx.scope.workspaceId),
    eq(appointments.memberId, memberId),
    inArray(appointments.status, ['set', 'confirmed']),
    isNull(appointments.archivedAt),
  );
}

/** Those they brought in: a customer is also seen, until somebody takes them over, by whoever has a deal with them. */
export function customersOf(tx: Tx, memberId: string) {
  return and(
    eq(contacts.workspaceId, tx.scope.workspaceId),
    eq(contacts.ownerId, memberId),
    isNull(contacts.archivedAt),
  );
}
