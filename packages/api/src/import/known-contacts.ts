import type { Tx } from '@beback/db';
import { contactKeys } from '@beback/db/schema';
import { and, eq, sql } from 'drizzle-orm';

/** What is known of phones and e-mail addresses (`phone:+1…`, `email:…`) before rows are written. */
export interface KnownKeys {
  /** Whose they are, as far as the importing member may see. */
  contacts: Map<string, string>;
  /** Those of customers somebody else at the store has. */
  unseen: Set<string>;
}

/** Looks keys up all at once. Of several customers with the same key, the one who was here first counts. */
export async function findKnownKeys(tx: Tx, keys: readonly string[]): Promise<KnownKeys> {
  const wanted = textArray([...new Set(keys)]);
  const { workspaceId, sees } = tx.scope;
  const [seen, existing] = await Promise.all([
    tx
      .select({ key: contactKeys.key, contactId: contactKeys.contactId })
      .from(contactKeys)
      .where(and(eq(contactKeys.workspaceId, workspaceId), sql`${contactKeys.key} = any (${wanted}::text[])`)),
    sees === 'floor'
      ? []
      : tx.execute<{ key: string }>(
          sql`select key from unnest(${wanted}::text[]) as wanted (key) where app.contact_key_exists(${workspaceId}, key)`,
        ),
  ]);
  const contacts = new Map<string, string>();
  for (const { key, contactId } of seen) {
    const first = contacts.get(key);
    if (first === undefined || contactId < first) contacts.set(key, contactId);
  }
  const unseen = new Set([...existing].map(({ key }) => key).filter((key) => !contacts.has(key)));
  return { contacts, unseen };
}

/** One parameter for a list of any length: a statement takes at most 65,535 of them. */
function textArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
