import type { Tx } from '@beback/db';
import { changes, companies, contacts, deals, members, stages, vehicles } from '@beback/db/schema';
import { and, asc, eq, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { selectEntries, toEntry } from '../audit/entries.ts';
import type { ExportedCustomer } from './customer-columns.rules.ts';
import type { ExportedDeal } from './deal-columns.rules.ts';

export type CustomerRow = ExportedCustomer & { id: string };
export type DealRow = ExportedDeal & { id: string; contactId: string };

/** The next customers after `after`, in the order they were made. */
export function readCustomers(tx: Tx, after: string | null, limit: number): Promise<CustomerRow[]> {
  return selectCustomers(tx, after ? gt(contacts.id, after) : undefined).limit(limit);
}

/** The entries of the audit log after `after`, oldest first; an entry's number is its id. */
export async function readEntries(tx: Tx, after: string | null, limit: number) {
  const later = after ? gt(changes.seq, Number(after)) : undefined;
  const rows = await selectEntries(tx, later).orderBy(asc(changes.seq)).limit(limit);
  return rows.map((row) => ({ id: String(row.seq), ...toEntry(row) }));
}

/** The customers with these ids. */
export function readCustomersById(tx: Tx, ids: string[]): Promise<CustomerRow[]> {
  return ids.length === 0 ? Promise.resolve([]) : selectCustomers(tx, inArray(contacts.id, ids));
}

/** The next deals after `after`. */
export function readDeals(tx: Tx, after: string | null, limit: number): Promise<DealRow[]> {
  return selectDeals(tx, after ? gt(deals.id, after) : undefined).limit(limit);
}

/** The deals of these customers. */
export function readDealsOf(tx: Tx, contactIds: string[]): Promise<DealRow[]> {
  return contactIds.length === 0 ? Promise.resolve([]) : selectDeals(tx, inArray(deals.contactId, contactIds));
}

function selectCustomers(tx: Tx, where: SQL | undefined) {
  const { id, name, firstName, lastName, phones, emails, address, source, note, createdAt } = contacts;
  const { doNotCall, doNotText, doNotEmail } = contacts;
  const person = { id, name, firstName, lastName, phones, emails, address, source, note, createdAt };
  return tx
    .select({ ...person, doNotCall, doNotText, doNotEmail, company: companies.name, ownerEmail: members.email })
    .from(contacts)
    .leftJoin(companies, and(eq(companies.workspaceId, contacts.workspaceId), eq(companies.id, contacts.companyId)))
    .leftJoin(members, and(eq(members.workspaceId, contacts.workspaceId), eq(members.id, contacts.ownerId)))
    .where(and(eq(contacts.workspaceId, tx.scope.workspaceId), isNull(contacts.archivedAt), where))
    .orderBy(asc(contacts.id))
    .$dynamic();
}

const firstVehicle = sql<ExportedDeal['vehicle']>`(
  select json_build_object('year', v.year, 'make', v.make, 'model', v.model, 'trim', v.trim, 'note', v.note,
    'stockNumber', v.stock_number, 'vin', v.vin)
  from ${vehicles} v where v.workspace_id = ${deals.workspaceId} and v.deal_id = ${deals.id} and v.archived_at is null
  order by v.id limit 1)`;

function selectDeals(tx: Tx, where: SQL | undefined) {
  const { id, contactId, number, title, valueCents, currency, source, createdAt } = deals;
  const { lostReason, soldOn, deliveredOn } = deals;
  const sale = {
    id,
    contactId,
    number,
    title,
    valueCents,
    currency,
    source,
    createdAt,
    lostReason,
    soldOn,
    deliveredOn,
  };
  return tx
    .select({ ...sale, stage: stages.name, ownerEmail: members.email, vehicle: firstVehicle })
    .from(deals)
    .innerJoin(stages, and(eq(stages.workspaceId, deals.workspaceId), eq(stages.id, deals.stageId)))
    .leftJoin(members, and(eq(members.workspaceId, deals.workspaceId), eq(members.id, deals.ownerId)))
    .where(and(eq(deals.workspaceId, tx.scope.workspaceId), isNull(deals.archivedAt), where))
    .orderBy(asc(deals.id))
    .$dynamic();
}
