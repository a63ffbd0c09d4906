import { displayName, normaliseName } from '../contact/contact-name.rules.ts';
import type { ContactRow } from '../contact/contacts.ts';
import { addressOf, contactValues } from './contact-rows.rules.ts';
import type { ContactPlan } from './plan-contact.rules.ts';

/** The columns of a customer that an import may fill. */
export type Fillable = Pick<
  ContactRow,
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'companyId'
  | 'phones'
  | 'emails'
  | 'address'
  | 'source'
  | 'note'
  | 'ownerId'
  | 'doNotCall'
  | 'doNotText'
  | 'doNotEmail'
>;

const mostReach = 10;

/**
 * Takes a known customer, what a row says of them, and the company and owner it names; gives the columns to set. Empty
 * ones are filled, phones and e-mails added, wishes to be left alone kept; nothing that is there is written over.
 */
export function fillContact(
  known: Fillable,
  plan: ContactPlan,
  links: { companyId: string | null; ownerId: string | null },
): Partial<Fillable> {
  const values = contactValues(plan);
  const set: Partial<Fillable> = { ...fillName(known, plan), ...fillReach(known, values) };
  if (!known.companyId && links.companyId) set.companyId = links.companyId;
  if (!known.ownerId && links.ownerId) set.ownerId = links.ownerId;
  if (!known.source && values.source) set.source = values.source;
  if (!known.note && values.note) set.note = values.note;
  for (const wish of ['doNotCall', 'doNotText', 'doNotEmail'] as const)
    if (plan[wish] && !known[wish]) set[wish] = true;
  const address = { ...addressOf(plan), ...filledParts(known.address) };
  if (Object.keys(address).length > Object.keys(filledParts(known.address)).length) set.address = address;
  return set;
}

// A first name is put only to the same name, or to somebody known by a number alone.
function fillName(known: Fillable, plan: ContactPlan): Partial<Fillable> {
  const nameless =
    !known.firstName &&
    !known.lastName &&
    known.name === displayName({ email: known.emails[0], phone: known.phones[0]?.phone });
  const person = plan.firstName || plan.lastName;
  if (!person || (!nameless && normaliseName(known.name) !== normaliseName(plan.name))) return {};
  const set: Partial<Fillable> = nameless && known.name !== plan.name ? { name: plan.name } : {};
  if (!known.firstName && plan.firstName) set.firstName = plan.firstName;
  if (!known.lastName && plan.lastName) set.lastName = plan.lastName;
  return set;
}

function fillReach(known: Fillable, { phones, emails }: Pick<Fillable, 'phones' | 'emails'>): Partial<Fillable> {
  const newPhones = phones.filter(({ phone }) => known.phones.every((one) => one.phone !== phone));
  const newEmails = emails.filter((email) => !known.emails.some((one) => one.toLowerCase() === email));
  return {
    ...(newPhones.length > 0 && known.phones.length < mostReach
      ? { phones: [...known.phones, ...newPhones].slice(0, mostReach) }
      : {}),
    ...(newEmails.length > 0 && known.emails.length < mostReach
      ? { emails: [...known.emails, ...newEmails].slice(0, mostReach) }
      : {}),
  };
}

function filledParts(address: ContactRow['address']): ContactRow['address'] {
  return Object.fromEntries(Object.entries(address).filter(([, part]) => part));
}
