import type { Tx } from '@beback/db';
import { deals, stageTransitions, vehicles } from '@beback/db/schema';
import type { z } from 'zod';
import { type Image, inserted } from '../change/images.ts';
import { type ContactRow, createContact, getContact, type NewContact } from '../contact/contacts.ts';
import { forbidden } from '../errors.ts';
import { newId } from '../id.ts';
import { getWorkingMember } from '../member/members.ts';
import { listStages, pickStage } from '../stage/stages.ts';
import type { MemberContext } from '../trpc.ts';
import { vehicleLabel } from '../vehicle/vehicle.rules.ts';
import type { NewVehicle } from '../vehicle/vehicle-input.ts';
import { dealTitle } from './deal.rules.ts';
import { type DealRow, nextDealNumber } from './deals.ts';

/** A deal to open: for a known contact, or for one who is new. */
export interface DealToOpen {
  contactId?: string;
  contact?: z.input<typeof NewContact>;
  title?: string;
  stageId?: string;
  ownerId?: string | null;
  valueCents?: number;
  source?: string | null;
  vehicle?: z.infer<typeof NewVehicle>;
}

/**
 * Opens a deal, with its contact and vehicle where they are new; a rep's own unless a manager says otherwise. The caller
 * records the change. Throws NOT_FOUND for a contact or stage one may not see, FORBIDDEN when a rep opens somebody else's.
 */
export async function openDeal(
  tx: Tx,
  ctx: MemberContext,
  input: DealToOpen,
): Promise<{ deal: DealRow; contact: ContactRow; images: Image[] }> {
  const { actor } = ctx;
  const ownerId = input.ownerId === undefined ? (actor.role === 'rep' ? actor.memberId : null) : input.ownerId;
  if (actor.sees === 'own' && ownerId !== actor.memberId)
    throw forbidden('A new deal of yours stays with you; hand it over afterwards.');
  if (actor.role === 'rep' && ownerId === null) throw forbidden('Only a manager can leave a deal without an owner.');
  const made = input.contact ? await createContact(tx, ctx, input.contact) : null;
  const [contact, stages] = await Promise.all([
    made?.contact ?? getContact(tx, input.contactId ?? ''),
    listStages(tx),
    ownerId && ownerId !== actor.memberId ? getWorkingMember(tx, ownerId) : null,
  ]);
  const stage = input.stageId ? pickStage(stages, input.stageId) : stages[0];
  if (!stage) throw new Error('the workspace has no stages');
  const at = ctx.services.clock.now().toISOString();
  const own = { workspaceId: actor.workspaceId, id: newId() };
  const [deal] = await tx
    .insert(deals)
    .values({
      ...own,
      number: await nextDealNumber(tx),
      title: input.title ?? dealTitle(contact.name, input.vehicle ? vehicleLabel(input.vehicle) : null),
      contactId: contact.id,
      pipelineId: stage.pipelineId,
      stageId: stage.id,
      ownerId,
      valueCents: input.valueCents ?? input.vehicle?.priceCents ?? 0,
      currency: actor.currency,
      source: input.source ?? null,
      stageSince: at,
      closedAt: stage.kind === 'open' ? null : at,
      createdAt: at,
    })
    .returning();
  if (!deal) throw new Error('the deal was not written');
  const hanging = { workspaceId: actor.workspaceId, dealId: deal.id, createdAt: at };
  const transition = {
    ...hanging,
    id: newId(),
    toStageId: stage.id,
    memberId: actor.memberId,
    door: ctx.door,
    occurredAt: at,
  };
  const [[vehicle]] = await Promise.all([
    input.vehicle
      ? tx
          .insert(vehicles)
          .values({ ...hanging, id: newId(), ...input.vehicle })
          .returning()
      : [],
    tx.insert(stageTransitions).values(transition),
  ]);
  const images = [
    ...(made?.images ?? []),
    inserted('deals', deal),
    ...(vehicle ? [inserted('vehicles', vehicle)] : []),
  ];
  return { deal, contact, images };
}
