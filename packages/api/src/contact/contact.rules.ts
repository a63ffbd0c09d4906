import type { ContactFields } from './contact-input.ts';
import { displayName } from './contact-name.rules.ts';
import type { ContactRow } from './contacts.ts';
import { toE164 } from './phone.rules.ts';

type Phone = ContactRow['phones'][number];

interface Name {
  name: string;
  firstName: string | null;
  lastName: string | null;
}

/** The phones of an input in E.164, each once; or the text that is no phone number and the input's field that holds it. */
export function readPhones(
  input: ContactFields,
  country: string,
): { phones: Phone[] } | { field: string; text: string } {
  const given = [
    ...(input.phone ? [{ field: 'phone', phone: input.phone, kind: 'mobile' as const }] : []),
    ...(input.phones ?? []).map((entry, at) => ({
      field: `phones.${at}.phone`,
      phone: entry.phone,
      kind: entry.kind ?? ('mobile' as const),
    })),
  ];
  const phones = new Map<string, Phone>();
  for (const { field, phone, kind } of given) {
    const e164 = toE164(phone, country);
    if (!e164) return { field, text: phone };
    if (!phones.has(e164)) phones.set(e164, { phone: e164, kind });
  }
  return { phones: [...phones.values()] };
}

/** The e-mail addresses of an input in lower case, each once. */
export function readEmails(input: ContactFields): string[] {
  const given = [...(input.email ? [input.email] : []), ...(input.emails ?? [])];
  return [...new Set(given.map((email) => email.trim().toLowerCase()))];
}

/** What a new customer is called: as given, else after the parts of the name, the company, the e-mail or the phone; '' if nothing is known. */
export function nameOf(input: ContactFields, emails: string[], phones: Phone[]): Name {
  const { firstName = null, lastName = null } = input;
  const company = input.companyName;
  const name = input.name ?? displayName({ firstName, lastName, company, email: emails[0], phone: phones[0]?.phone });
  return firstName || lastName || !input.name ? { name, firstName, lastName } : { name, ...splitName(name) };
}

/** What a known customer is called after an update: the parts follow the whole name, and the whole name the parts. */
export function renamed(before: Name, input: ContactFields): Name {
  const { firstName = before.firstName, lastName = before.lastName } = input;
  const partsGiven = input.firstName !== undefined || input.lastName !== undefined;
  if (partsGiven)
    return { name: input.name ?? (displayName({ firstName, lastName }) || before.name), firstName, lastName };
  if (input.name === undefined || input.name === before.name) return { name: before.name, firstName, lastName };
  return { name: input.name, ...splitName(input.name) };
}

/** The keys by which a customer is recognised, as the database keeps them. */
export function keysOf(phones: Phone[], emails: string[]): string[] {
  return [...phones.map(({ phone }) => `phone:${phone}`), ...emails.map((email) => `email:${email}`)];
}

function splitName(name: string): { firstName: string; lastName: string | null } {
  const [first = name, ...rest] = name.split(/\s+/);
  return { firstName: first, lastName: rest.length > 0 ? rest.join(' ') : null };
}
