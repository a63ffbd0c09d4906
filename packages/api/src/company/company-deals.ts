import type { Tx } from '@beback/db';
import { contacts, deals } from '@beback/db/schema';
import { and, eq, inArray, type SQL } from 'drizzle-orm';

/** The condition that a deal is of somebody who belongs to this company or household. */
export function ofCompany(tx: Tx, companyId: string): SQL {
  const people = tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.workspaceId, tx.scope.workspaceId), eq(contacts.companyId, companyId)));
  return inArray(deals.contactId, people);
}
