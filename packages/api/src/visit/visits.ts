import type { Tx } from '@beback/db';
import { contacts, deals, members, visits } from '@beback/db/schema';
import { and, desc, eq, gte, isNull, lt, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { firstVehicle } from '../deal/cards.ts';
import { notFound } from '../errors.ts';
import { toMemberRef } from '../member/members.ts';
import { vehicleLabel } from '../vehicle/vehicle.rules.ts';

export type VisitRow = typeof visits.$inferSelect;
type Person = { id: string; name: string } | null;

const rep = alias(members, 'rep');
const desk = alias(members, 'desk');

/** Visits with what the desk log says of each: customer, deal, vehicle, rep and manager; the caller orders and limits. */
export function selectVisits(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      visit: visits,
      deal: { number: deals.number, title: deals.title, source: deals.source, stageId: deals.stageId },
      contact: { contactId: contacts.id, contactName: contacts.name },
      vehicle: firstVehicle,
      rep: { id: rep.id, name: rep.name },
      desk: { id: desk.id, name: desk.name },
    })
    .from(visits)
    .innerJoin(deals, and(eq(deals.workspaceId, visits.workspaceId), eq(deals.id, visits.dealId)))
    .innerJoin(contacts, and(eq(contacts.workspaceId, deals.workspaceId), eq(contacts.id, deals.contactId)))
    .leftJoin(rep, and(eq(rep.workspaceId, visits.workspaceId), eq(rep.id, visits.memberId)))
    .leftJoin(desk, and(eq(desk.workspaceId, visits.workspaceId), eq(desk.id, visits.turnoverTo)))
    .where(
      and(eq(visits.workspaceId, tx.scope.workspaceId), isNull(visits.archivedAt), isNull(deals.archivedAt), where),
    )
    .$dynamic();
}

type Selected = Awaited<ReturnType<typeof selectVisits>>[number];

/** A visit as it goes over the wire. */
export function toVisit({ visit, deal, contact, vehicle, ...people }: Selected) {
  const { id: visitId, dealId, kind, appointmentId, arrivedAt, walkaroundAt, demoAt, writeUpAt } = visit;
  const { turnoverAt, leftAt, result, note, version } = visit;
  const [year, make, model, trim] = vehicle ?? [];
  const ref = (person: Person) => person && toMemberRef(person);
  return {
    visitId,
    dealId,
    dealNumber: deal.number,
    ...contact,
    // What somebody typed about the vehicle stands in the title until it is put down properly.
    vehicle: vehicleLabel({ year, make, model, trim }) ?? (deal.title === contact.contactName ? null : deal.title),
    source: deal.source,
    stageId: deal.stageId,
    kind,
    appointmentId,
    member: ref(people.rep),
    arrivedAt,
    walkaroundAt,
    demoAt,
    writeUpAt,
    turnoverTo: ref(people.desk),
    turnoverAt,
    leftAt,
    result,
    note,
    version,
  };
}

export type Visit = ReturnType<typeof toVisit>;

/** The visit with everything around it; throws NOT_FOUND. */
export async function getVisit(tx: Tx, visitId: string): Promise<Selected> {
  const [row] = await selectVisits(tx, eq(visits.id, visitId));
  if (!row) throw notFound('visit');
  return row;
}

/** The same, held until the transaction ends: two who mark different steps at once both succeed. */
export async function lockVisit(tx: Tx, visitId: string): Promise<Selected> {
  const [row] = await selectVisits(tx, eq(visits.id, visitId)).for('update', { of: visits });
  if (!row) throw notFound('visit');
  return row;
}

/** The visit of a deal that is going on within these bounds, the latest if there are several; null when nobody is here. */
export async function openVisitOf(
  tx: Tx,
  dealId: string,
  { from, to }: { from: string; to: string },
): Promise<VisitRow | null> {
  const [visit] = await tx
    .select()
    .from(visits)
    .where(
      and(
        eq(visits.workspaceId, tx.scope.workspaceId),
        eq(visits.dealId, dealId),
        isNull(visits.archivedAt),
        isNull(visits.leftAt),
        gte(visits.arrivedAt, from),
        lt(visits.arrivedAt, to),
      ),
    )
    .orderBy(desc(visits.arrivedAt))
    .limit(1);
  return visit ?? null;
}
