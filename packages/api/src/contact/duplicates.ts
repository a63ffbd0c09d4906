import type { Tx } from '@beback/db';
import { contactKeys, contacts } from '@beback/db/schema';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { AppError } from '../errors.ts';
import { formatPhone } from './phone.rules.ts';

/**
 * Refuses a second customer with the same phone or e-mail address. One whom the caller may see is named, unless the caller
 * wants both; of one whom they may not see they learn only that there may be somebody. Throws CONFLICT.
 */
export async function mustBeNew(tx: Tx, keys: string[], allowDuplicate: boolean): Promise<void> {
  if (keys.length === 0) return;
  const { workspaceId } = tx.scope;
  const anybody = keys.map((key) => sql`app.contact_key_exists(${workspaceId}, ${key})`);
  // Two people who write the same customer down at the same moment come one after the other; sorted, so neither waits for both.
  const turns = keys
    .toSorted()
    .map((key) => sql`pg_advisory_xact_lock(hashtextextended(${`${workspaceId}:${key}`}, 0))`);
  const [, [seen], [known]] = await Promise.all([
    tx.execute(sql`select ${sql.join(turns, sql`, `)}`),
    tx
      .select({ id: contacts.id, name: contacts.name, key: contactKeys.key })
      .from(contactKeys)
      .innerJoin(
        contacts,
        and(eq(contacts.workspaceId, contactKeys.workspaceId), eq(contacts.id, contactKeys.contactId)),
      )
      .where(and(eq(contactKeys.workspaceId, workspaceId), inArray(contactKeys.key, keys), isNull(contacts.archivedAt)))
      .limit(1),
    tx.execute<{ known: boolean }>(sql`select ${sql.join(anybody, sql` or `)} as known`),
  ]);
  if (seen && !allowDuplicate) throw duplicateOf(seen);
  if (known?.known && !seen) {
    throw new AppError('CONFLICT', 'Somebody at this store may already know this customer. Ask your manager.', {
      reason: 'ask_manager',
    });
  }
}

function duplicateOf({ id, name, key }: { id: string; name: string; key: string }): AppError {
  const [kind, value = ''] = key.split(/:(.*)/s);
  const shown = kind === 'phone' ? `the phone number ${formatPhone(value)}` : `the e-mail address ${value}`;
  const field = kind === 'phone' ? 'phone' : 'email';
  return new AppError('CONFLICT', `${name} is here already, with ${shown}.`, {
    reason: 'duplicate',
    fields: { [field]: `belongs to ${name}` },
    record: { type: 'contact', id, name },
  });
}
