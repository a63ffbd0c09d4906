import type { Tx } from '@beback/db';
import { contactKeys, contacts, deals } from '@beback/db/schema';
import { and, desc, eq, isNull } from 'drizzle-orm';
import type { z } from 'zod';
import { getAppointment } from '../appointment/appointments.ts';
import type { Image } from '../change/images.ts';
import { readPhones } from '../contact/contact.rules.ts';
import { normaliseName } from '../contact/contact-name.rules.ts';
import { getDeal } from '../deal/deals.ts';
import { openDeal } from '../deal/open-deal.ts';
import { badRequest } from '../errors.ts';
import type { MemberContext } from '../trpc.ts';
import { sameName } from './same-name.rules.ts';
import type { StartVisit } from './visit-input.ts';

/** Whose visit it is, and what had to be made for it. */
interface CameIn {
  dealId: string;
  contactId: string;
  images: Image[];
  /** A deal was opened for this visit. */
  opened: boolean;
}

/**
 * The deal a visit hangs on: the one named, the open one of the customer named, else a new one, with its customer where
 * they are new too. Throws NOT_FOUND for whom one may not see, CONFLICT for a number that is somebody else's.
 */
export async function whoCameIn(tx: Tx, ctx: MemberContext, input: z.infer<typeof StartVisit>): Promise<CameIn> {
  const dealId = input.dealId ?? (await dealOfAppointment(tx, input));
  if (dealId) {
    const deal = await getDeal(tx, dealId);
    return { dealId, contactId: deal.contactId, images: [], opened: false };
  }
  const contactId = input.contactId ?? (await knownAs(tx, ctx, input));
  const [open] = contactId ? await openDealOf(tx, contactId) : [];
  if (open && contactId) return { dealId: open.id, contactId, images: [], opened: false };
  const { vehicle, memberId } = input;
  const made = await openDeal(tx, ctx, {
    ...(contactId ? { contactId } : { contact: input.contact }),
    ownerId: memberId,
    source: input.source ?? 'Showroom',
    ...(typeof vehicle === 'string' ? { title: vehicle } : { vehicle }),
  });
  return { dealId: made.deal.id, contactId: made.contact.id, images: made.images, opened: true };
}

async function dealOfAppointment(
  tx: Tx,
  { appointmentId, contactId, contact }: z.infer<typeof StartVisit>,
): Promise<string | null> {
  if (!appointmentId || contactId || contact) return null;
  const { appointment } = await getAppointment(tx, appointmentId);
  if (!appointment.dealId)
    throw badRequest('This appointment belongs to no deal. Say which customer came in.', 'no_deal');
  return appointment.dealId;
}

/** The customer whom a number and a name that fits it belong to; nobody when either is missing. */
async function knownAs(tx: Tx, ctx: MemberContext, { contact }: z.infer<typeof StartVisit>): Promise<string | null> {
  if (!contact?.name) return null;
  const read = readPhones(contact, ctx.actor.country);
  const [phone] = 'phones' in read ? read.phones : [];
  if (!phone) return null;
  const known = await tx
    .select({ contactId: contacts.id, name: contacts.name })
    .from(contactKeys)
    .innerJoin(contacts, and(eq(contacts.workspaceId, contactKeys.workspaceId), eq(contacts.id, contactKeys.contactId)))
    .where(
      and(
        eq(contactKeys.workspaceId, tx.scope.workspaceId),
        eq(contactKeys.key, `phone:${phone.phone}`),
        isNull(contacts.archivedAt),
      ),
    )
    .limit(5);
  const given = normaliseName(contact.name);
  return known.find(({ name }) => sameName(normaliseName(name), given))?.contactId ?? null;
}

function openDealOf(tx: Tx, contactId: string) {
  return tx
    .select({ id: deals.id })
    .from(deals)
    .where(
      and(
        eq(deals.workspaceId, tx.scope.workspaceId),
        eq(deals.contactId, contactId),
        isNull(deals.closedAt),
        isNull(deals.archivedAt),
      ),
    )
    .orderBy(desc(deals.createdAt))
    .limit(1);
}
