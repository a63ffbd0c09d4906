import type { Tx } from '@beback/db';
import { type companies, contacts, type Phone } from '@beback/db/schema';
import { and, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { type Image, inserted } from '../change/images.ts';
import type { Recorder } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { linkCompany } from '../company/companies.ts';
import { badRequest, forbidden, notFound } from '../errors.ts';
import { newId } from '../id.ts';
import { getWorkingMember } from '../member/members.ts';
import { keysOf, nameOf, readEmails, readPhones, renamed } from './contact.rules.ts';
import { type ContactFields, NewContact, type UpdateContact } from './contact-input.ts';
import { mustBeNew } from './duplicates.ts';

export { NewContact };
export type ContactRow = typeof contacts.$inferSelect;

/** The contact, or NOT_FOUND: a foreign id and a missing one look alike. */
export async function getContact(tx: Tx, contactId: string): Promise<ContactRow> {
  const [contact] = await tx
    .select()
    .from(contacts)
    .where(
      and(eq(contacts.workspaceId, tx.scope.workspaceId), eq(contacts.id, contactId), isNull(contacts.archivedAt)),
    );
  if (!contact) throw notFound('customer');
  return contact;
}

/**
 * Writes a new customer, and their company when it is new; the caller records the change. Throws BAD_REQUEST when a phone
 * cannot be read or nothing says who it is, CONFLICT when the phone or e-mail address is known.
 */
export async function createContact(
  tx: Tx,
  by: Recorder,
  input: z.input<typeof NewContact>,
): Promise<{ contact: ContactRow; company: typeof companies.$inferSelect | null; images: Image[] }> {
  const phones = mustReadPhones(input, by.actor.country);
  const emails = readEmails(input);
  const name = nameOf(input, emails, phones);
  if (name.name === '')
    throw badRequest('Say who it is: a name, a phone number or an e-mail address.', 'name_required', {
      name: 'is missing',
    });
  const [link] = await Promise.all([
    linkCompany(tx, by, input),
    mustBeNew(tx, keysOf(phones, emails), input.allowDuplicate ?? false),
  ]);
  const { source = null, note = null, address = {}, doNotCall, doNotText, doNotEmail } = input;
  const [contact] = await tx
    .insert(contacts)
    .values({
      workspaceId: tx.scope.workspaceId,
      id: newId(),
      ...name,
      companyId: link?.company.id ?? null,
      phones,
      emails,
      address,
      source,
      note,
      doNotCall,
      doNotText,
      doNotEmail,
      ownerId: by.actor.sees === 'own' ? by.actor.memberId : null,
      createdAt: by.services.clock.now().toISOString(),
    })
    .returning();
  if (!contact) throw new Error('the contact was not written');
  return {
    contact,
    company: link?.company ?? null,
    images: [...(link?.images ?? []), inserted('contacts', contact)],
  };
}

/** Changes what the input names and leaves the rest; the caller records the change. Throws like `createContact`. */
export async function updateContact(
  tx: Tx,
  by: Recorder,
  input: z.infer<typeof UpdateContact>,
): Promise<{ contact: ContactRow; images: Image[] }> {
  const { contactId, version, ownerId, phone, email, phones, emails, ...others } = input;
  const { companyId, companyName, companyKind, allowDuplicate = false, ...rest } = others;
  const [before, link] = await Promise.all([getContact(tx, contactId), linkCompany(tx, by, input)]);
  if (ownerId !== undefined && ownerId !== before.ownerId) await mustReassign(tx, by, ownerId);
  const reach = {
    phones: phone || phones ? mustReadPhones(input, by.actor.country) : undefined,
    emails: email || emails ? readEmails(input) : undefined,
  };
  const known = keysOf(before.phones, before.emails);
  const news = keysOf(reach.phones ?? [], reach.emails ?? []).filter((key) => !known.includes(key));
  await mustBeNew(tx, news, allowDuplicate);
  const set = {
    ...rest,
    ...reach,
    ...renamed(before, input),
    ownerId,
    companyId: link === null ? null : link?.company.id,
  };
  const { after, image } = await rewrite(tx, 'contacts', before, set, version);
  return { contact: after, images: [...(link?.images ?? []), ...(image ? [image] : [])] };
}

function mustReadPhones(input: ContactFields, country: string): Phone[] {
  const read = readPhones(input, country);
  if ('phones' in read) return read.phones;
  throw badRequest(`"${read.text}" is not a phone number that can be dialled.`, 'bad_phone', {
    [read.field]: 'is not a phone number',
  });
}

async function mustReassign(tx: Tx, by: Recorder, ownerId: string | null): Promise<void> {
  if (by.actor.sees === 'own') throw forbidden('Ask a manager to give this customer to somebody else.');
  if (ownerId) await getWorkingMember(tx, ownerId);
}
