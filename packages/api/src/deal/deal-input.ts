import { z } from 'zod';
import { NewContact } from '../contact/contact-input.ts';
import { cents, day, id, line, signedCents, text, version } from '../inputs.ts';
import { NewVehicle } from '../vehicle/vehicle-input.ts';

export const CreateDeal = z
  .object({
    contactId: id.optional(),
    contact: NewContact.optional(),
    title: line(200).optional(),
    stageId: id.optional(),
    ownerId: id.nullish(),
    valueCents: cents.optional(),
    source: line(100).nullish(),
    vehicle: NewVehicle.optional(),
  })
  .refine(
    (input) => Boolean(input.contactId) !== Boolean(input.contact),
    'Say either which contact, or who the new one is',
  );

/** What the vehicle earned, and what finance and insurance earned on top; null takes it back. */
const gross = { frontGrossCents: signedCents.nullish(), backGrossCents: signedCents.nullish() };

export const UpdateDeal = z.object({
  dealId: id,
  version: version.optional(),
  title: line(200).optional(),
  valueCents: cents.optional(),
  ownerId: id.nullish(),
  source: line(100).nullish(),
  probability: z.int().min(0).max(100).nullish(),
  ...gross,
});

export const ShareDeal = z.object({
  dealId: id,
  memberId: id,
  /** 0 for a mere look, 50 for half a deal. */
  creditPercent: z.int().min(0).max(99).default(0),
});

export const UnshareDeal = z.object({ dealId: id, memberId: id });

export const MoveDeal = z.object({
  dealId: id,
  stageId: id,
  version: version.optional(),
  lostReason: line(40).optional(),
  lostNote: text(2_000).optional(),
  soldOn: day.optional(),
  deliveredOn: day.optional(),
  ...gross,
});

export const BulkDeals = z.object({
  dealIds: z.array(id).min(1).max(200),
  set: z
    .object({
      stageId: id.optional(),
      ownerId: id.nullish(),
      source: line(100).nullish(),
      lostReason: line(40).optional(),
      lostNote: text(2_000).optional(),
      soldOn: day.optional(),
    })
    .refine(
      ({ stageId, ownerId, source }) => stageId !== undefined || ownerId !== undefined || source !== undefined,
      'Say what to change: the stage, the owner or the source',
    ),
});
