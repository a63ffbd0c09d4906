import type { Tx } from '@beback/db';
import { companies, contacts } from '@beback/db/schema';
import { and, eq, type SQL, sql } from 'drizzle-orm';

type ContactRow = typeof contacts.$inferSelect;

const openDeals = sql<number>`(select count(*)::int from deals d where d.workspace_id = ${contacts.workspaceId}
  and d.contact_id = ${contacts.id} and d.closed_at is null and d.archived_at is null)`;

/** Contacts with their company and how many open deals the caller sees; the caller orders and limits. */
export function selectContacts(tx: Tx, where: SQL | undefined) {
  return tx
    .select({ contact: contacts, company: companies, openDeals })
    .from(contacts)
    .leftJoin(companies, and(eq(companies.workspaceId, contacts.workspaceId), eq(companies.id, contacts.companyId)))
    .where(and(eq(contacts.workspaceId, tx.scope.workspaceId), where))
    .$dynamic();
}

/** A contact as it goes over the wire. */
export function toContact({
  contact,
  company,
  openDeals,
}: {
  contact: ContactRow;
  company: typeof companies.$inferSelect | null;
  openDeals: number;
}) {
  const { id, name, firstName, lastName, phones, emails, address, source, note, ownerId, version, createdAt } = contact;
  const { street = null, city = null, region = null, postalCode = null, country = null } = address;
  return {
    contactId: id,
    name,
    firstName,
    lastName,
    company: company && { companyId: company.id, name: company.name, kind: company.kind },
    phones,
    emails,
    address: { street, city, region, postalCode, country },
    source,
    note,
    ownerId,
    doNotCall: contact.doNotCall,
    doNotText: contact.doNotText,
    doNotEmail: contact.doNotEmail,
    version,
    createdAt,
    openDeals,
  };
}
