import { z } from 'zod';
import { id, line, text, version } from '../inputs.ts';

const phone = line(40);
const email = z.string().trim().toLowerCase().max(254).pipe(z.email('is not an e-mail address'));
const part = line(200).nullish();

const fields = {
  name: line(200).optional(),
  firstName: line(100).nullish(),
  lastName: line(100).nullish(),
  /** In any spelling; stored as E.164. */
  phones: z
    .array(z.object({ phone, kind: z.enum(['mobile', 'home', 'work']).default('mobile') }))
    .max(10)
    .optional(),
  phone: phone.optional(),
  emails: z.array(email).max(10).optional(),
  email: email.optional(),
  companyId: id.nullish(),
  /** The company by its name; a new one is made when there is none of that name. */
  companyName: line(200).nullish(),
  /** What a company made by its name is. */
  companyKind: z.enum(['company', 'household']).optional(),
  address: z
    .object({ street: part, city: part, region: part, postalCode: line(20).nullish(), country: part })
    .partial()
    .optional(),
  source: line(100).nullish(),
  note: text(10_000).nullish(),
  doNotCall: z.boolean().optional(),
  doNotText: z.boolean().optional(),
  doNotEmail: z.boolean().optional(),
};

export const NewContact = z.object({
  ...fields,
  /** Makes a second customer with a phone or e-mail address that another one has. */
  allowDuplicate: z.boolean().optional(),
});

export const UpdateContact = z.object({
  ...fields,
  contactId: id,
  version: version.optional(),
  /** Gives the customer a phone or e-mail address that another one has. */
  allowDuplicate: z.boolean().optional(),
  /** Who sees the customer even without a deal; for managers. */
  ownerId: id.nullish(),
});

export type ContactFields = Omit<z.input<typeof NewContact>, 'allowDuplicate'>;
