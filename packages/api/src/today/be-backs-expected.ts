import type { Tx } from '@beback/db';
import { appointments, contacts, deals, tasks } from '@beback/db/schema';
import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { hasVisited } from './human-contact.ts';

const mostBeBacks = 10;

interface Within {
  yesterday: string;
  from: string;
  upcomingTo: string;
}

const about = {
  dealId: deals.id,
  contactId: contacts.id,
  contactName: contacts.name,
  dealTitle: deals.title,
  lastVisitAt: sql<string | null>`greatest(
    (select max(v.arrived_at) from visits v where v.workspace_id = ${deals.workspaceId} and v.deal_id = ${deals.id}
      and v.archived_at is null),
    (select max(a.occurred_at) from activities a where a.workspace_id = ${deals.workspaceId} and a.deal_id = ${deals.id}
      and a.archived_at is null and (a.kind = 'visit' or a.be_back)))`,
};

/**
 * Customers who were here, left, and are promised for the coming days: by an appointment, or by a follow-up. One line a
 * deal, the soonest first; the appointment where there is both.
 */
export async function readBeBacksExpected(tx: Tx, own: SQL | undefined, within: Within) {
  const [booked, promised] = await Promise.all([withAppointment(tx, own, within), withFollowUp(tx, own, within)]);
  const known = new Set(booked.map(({ dealId }) => dealId));
  const both = [
    ...booked.map((row) => ({ ...row, taskId: null, title: null, allDay: false })),
    ...promised.filter(({ dealId }) => !known.has(dealId)).map((row) => ({ ...row, appointmentId: null, kind: null })),
  ];
  const soonest = new Map(
    both
      .toSorted(byTime)
      .toReversed()
      .map((row) => [row.dealId, row]),
  );
  return [...soonest.values()]
    .toSorted(byTime)
    .slice(0, mostBeBacks)
    .map((row) => ({ ...row, lastVisitAt: row.lastVisitAt && new Date(row.lastVisitAt).toISOString() }));
}

function byTime(one: { expectedAt: string }, other: { expectedAt: string }): number {
  return one.expectedAt.localeCompare(other.expectedAt);
}

function withAppointment(tx: Tx, own: SQL | undefined, { yesterday, from, upcomingTo }: Within) {
  return tx
    .select({
      ...about,
      expectedAt: appointments.startsAt,
      appointmentId: appointments.id,
      kind: appointments.kind,
    })
    .from(appointments)
    .innerJoin(deals, and(eq(deals.workspaceId, appointments.workspaceId), eq(deals.id, appointments.dealId)))
    .innerJoin(contacts, and(eq(contacts.workspaceId, deals.workspaceId), eq(contacts.id, deals.contactId)))
    .where(
      and(
        eq(appointments.workspaceId, tx.scope.workspaceId),
        isNull(appointments.archivedAt),
        inArray(appointments.status, ['set', 'confirmed']),
        gte(appointments.startsAt, from),
        lt(appointments.startsAt, upcomingTo),
        ...standing(own, yesterday),
      ),
    )
    .orderBy(asc(appointments.startsAt))
    .limit(mostBeBacks);
}

function withFollowUp(tx: Tx, own: SQL | undefined, { yesterday, from, upcomingTo }: Within) {
  return tx
    .select({
      ...about,
      expectedAt: sql<string>`${tasks.dueAt}`.mapWith(tasks.dueAt),
      allDay: tasks.allDay,
      taskId: tasks.id,
      title: tasks.title,
    })
    .from(tasks)
    .innerJoin(deals, and(eq(deals.workspaceId, tasks.workspaceId), eq(deals.id, tasks.dealId)))
    .innerJoin(contacts, and(eq(contacts.workspaceId, deals.workspaceId), eq(contacts.id, deals.contactId)))
    .where(
      and(
        eq(tasks.workspaceId, tx.scope.workspaceId),
        isNull(tasks.archivedAt),
        isNull(tasks.doneAt),
        isNotNull(tasks.dueAt),
        gte(tasks.dueAt, from),
        lt(tasks.dueAt, upcomingTo),
        ...standing(own, yesterday),
      ),
    )
    .orderBy(asc(tasks.dueAt))
    .limit(mostBeBacks);
}

/** An open deal whose customer has been here and is not here now. */
function standing(own: SQL | undefined, since: string): (SQL | undefined)[] {
  const hereNow = sql`exists (select 1 from visits v where v.workspace_id = ${deals.workspaceId} and v.deal_id = ${deals.id}
    and v.archived_at is null and v.left_at is null and v.arrived_at >= ${since})`;
  return [isNull(deals.closedAt), isNull(deals.archivedAt), own, hasVisited(), sql`not ${hereNow}`];
}
