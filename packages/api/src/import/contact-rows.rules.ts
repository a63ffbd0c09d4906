import type { ContactRow } from '../contact/contacts.ts';
import type { ContactPlan } from './plan-contact.rules.ts';

/** What a planned customer is written as. */
export interface ContactValues {
  name: string;
  firstName: string | null;
  lastName: string | null;
  phones: ContactRow['phones'];
  emails: string[];
  address: ContactRow['address'];
  source: string | null;
  note: string | null;
  doNotCall: boolean;
  doNotText: boolean;
  doNotEmail: boolean;
}

const longestNote = 10_000;

/** Takes a planned customer and gives the columns; the number in the old system is kept at the end of the note. */
export function contactValues(plan: ContactPlan): ContactValues {
  const { name, firstName, lastName, emails, source, doNotCall, doNotText, doNotEmail } = plan;
  return {
    ...{ name, firstName, lastName, emails, source, doNotCall, doNotText, doNotEmail },
    phones: plan.phones.map((phone) => ({ phone, kind: 'mobile' })),
    address: addressOf(plan),
    note: noteOf(plan),
  };
}

/** Takes a planned customer and gives the parts of the address that are known. */
export function addressOf({ street, city, region, postalCode, country }: ContactPlan): ContactRow['address'] {
  const parts = Object.entries({ street, city, region, postalCode, country });
  return Object.fromEntries(parts.filter(([, part]) => part !== null));
}

function noteOf({ note, externalId }: ContactPlan): string | null {
  const number = externalId ? `Number in the old system: ${externalId}` : '';
  const whole = [note, number].filter(Boolean).join('\n');
  return (whole.length <= longestNote ? whole : note) || null;
}
