import { z } from 'zod';
import { NewContact } from '../contact/contact-input.ts';
import { day, id, line, page, text, version, when } from '../inputs.ts';
import { NewVehicle } from '../vehicle/vehicle-input.ts';

export const ListVisits = z.object({ ...page, limit: page.limit.default(200), date: day.optional() }).prefault({});

export const StartVisit = z
  .object({
    dealId: id.optional(),
    contactId: id.optional(),
    contact: NewContact.optional(),
    appointmentId: id.optional(),
    source: line(100).nullish(),
    /** What they came for: in words, or described. */
    vehicle: z.union([line(200), NewVehicle]).optional(),
    /** Who takes the up; whoever says so, if nothing is said. */
    memberId: id.optional(),
    arrivedAt: when.optional(),
    note: text(10_000).nullish(),
  })
  .refine(
    ({ dealId, contactId, contact, appointmentId }) =>
      [dealId, contactId, contact].filter(Boolean).length +
        (appointmentId && !dealId && !contactId && !contact ? 1 : 0) ===
      1,
    'Say who came in: a deal, a customer, an appointment, or who the new one is',
  );

export const UpdateVisit = z.object({
  visitId: id,
  version: version.optional(),
  walkaround: z.boolean().optional(),
  demo: z.boolean().optional(),
  writeUp: z.boolean().optional(),
  /** The manager the customer was turned over to; null when it did not come to that. */
  turnoverTo: id.nullish(),
  left: z.boolean().optional(),
  result: z.enum(['sold', 'be_back', 'no_interest', 'lost']).nullish(),
  note: text(10_000).nullish(),
  memberId: id.optional(),
});
