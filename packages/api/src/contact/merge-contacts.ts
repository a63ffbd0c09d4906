import type { Tx } from '@beback/db';
import { activities, appointments, contactKeys, contacts, deals, tasks } from '@beback/db/schema';
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Image, updated } from '../change/images.ts';
import { type Recorder, record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { badRequest } from '../errors.ts';
import { id, version } from '../inputs.ts';
import { keysOf } from './contact.rules.ts';
import { getContact } from './contacts.ts';
import { mergeable, mergedColumns } from './merge.rules.ts';
import { selectContacts, toContact } from './read-contacts.ts';

export const MergeContacts = z.object({
  /** Who stays, and who turned out to be the same. */
  keepId: id,
  mergeId: id,
  keepVersion: version.optional(),
  mergeVersion: version.optional(),
  choose: z.partialRecord(z.enum(mergeable), z.enum(['keep', 'merge'])).default({}),
});

const hanging = { deals, activities, tasks, appointments } as const;
type Hanging = keyof typeof hanging;

/**
 * Makes two customers one: what hangs on the second goes to the first, and the second is put away. One change, taken back
 * as one. Throws NOT_FOUND, CONFLICT (another version), BAD_REQUEST for merging somebody with themselves.
 */
export async function mergeContacts(tx: Tx, by: Recorder, input: z.infer<typeof MergeContacts>) {
  const { keepId, mergeId, keepVersion, mergeVersion, choose } = input;
  if (keepId === mergeId) throw badRequest('That is one and the same customer already.', 'same_customer');
  const [keep, merge] = await Promise.all([getContact(tx, keepId), getContact(tx, mergeId)]);
  const moved: Image[] = [];
  // Deals before contacts: the order in which everything locks.
  for (const name of Object.keys(hanging) as Hanging[]) moved.push(...(await moveAll(tx, name, mergeId, keepId)));
  const at = by.services.clock.now().toISOString();
  const gone = await rewrite(tx, 'contacts', merge, { archivedAt: at, mergedInto: keepId }, mergeVersion);
  const stays = await rewrite(tx, 'contacts', keep, mergedColumns(keep, merge, choose), keepVersion);
  const { changeId } = await record(tx, by, {
    subject: { type: 'contact', id: keepId },
    contactId: keepId,
    summary: `merged ${merge.name} into ${stays.after.name}`,
    images: [...moved, ...[gone.image, stays.image].flatMap((image) => image ?? [])],
  });
  return { contactId: keepId, changeId };
}

/** Hands over every row of a table in one statement; gives their images. */
async function moveAll(tx: Tx, name: Hanging, from: string, to: string): Promise<Image[]> {
  const table = hanging[name];
  const rows = await tx
    .update(table)
    .set({ contactId: to, version: sql`${table.version} + 1` })
    .where(and(eq(table.workspaceId, tx.scope.workspaceId), eq(table.contactId, from)))
    .returning();
  return rows.map((row) => {
    const before: typeof row = { ...row, contactId: from, version: row.version - 1 };
    return updated(name, before, row);
  });
}

/** Customers the caller may see who may be the same person: a phone or e-mail address in common, or the very same name. */
export async function duplicatesOf(tx: Tx, contactId: string) {
  const { workspaceId } = tx.scope;
  const { phones, emails, name } = await getContact(tx, contactId);
  const keys = keysOf(phones, emails);
  const shared = tx
    .select({ id: contactKeys.contactId })
    .from(contactKeys)
    .where(and(eq(contactKeys.workspaceId, workspaceId), inArray(contactKeys.key, keys)));
  const same = or(eq(contacts.name, name), keys.length > 0 ? inArray(contacts.id, shared) : undefined);
  const rows = await selectContacts(tx, and(isNull(contacts.archivedAt), ne(contacts.id, contactId), same)).limit(20);
  return rows.map(toContact);
}
