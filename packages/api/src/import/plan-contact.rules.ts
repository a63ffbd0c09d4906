import { displayName, normaliseName } from '../contact/contact-name.rules.ts';
import type { ImportField } from './import-fields.rules.ts';
import { nameKey } from './name-key.rules.ts';
import { readDate } from './read-date.rules.ts';
import { readPersonName } from './read-person-name.rules.ts';
import { readReach } from './read-reach.rules.ts';
import { quoteCell, type RowReader } from './row-reader.rules.ts';

export interface ImportMember {
  memberId: string;
  name: string;
  email: string;
}

export interface ContactHabits {
  /** Two letters: how to read phones and dates that do not say. */
  country: string;
  members: readonly ImportMember[];
  /** The dealership's; 'UTC' when absent. */
  timeZone?: string;
}

export interface ContactPlan {
  name: string;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  phones: string[];
  emails: string[];
  street: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
  country: string | null;
  source: string | null;
  note: string | null;
  ownerId: string | null;
  externalId: string | null;
  createdAt: string | null;
  doNotCall: boolean;
  doNotText: boolean;
  doNotEmail: boolean;
}

const maxName = 200;

/** Takes a row; gives the contact it describes, or a sentence saying why it describes nobody. Adds the row's warnings. */
export function planContact(row: RowReader, habits: ContactHabits): ContactPlan | string {
  const country = row.value('country');
  const person = readPersonName(row.line('fullName'), row.line('firstName'), row.line('lastName'));
  const company = row.line('company');
  const { phones, emails, unreadable } = readReach(row, country?.length === 2 ? country : habits.country);
  const name = displayName({ ...person, company, email: emails[0], phone: phones[0] });
  if (name === '') return nobody(unreadable);
  if (name.length > maxName && [...name].length > maxName)
    return `The name has ${[...name].length} characters; ${maxName} is the most we keep.`;
  for (const sentence of unreadable) row.warn(sentence);
  return {
    name,
    ...person,
    company,
    phones,
    emails,
    ...planAddress(row, country, habits.country),
    source: row.value('source'),
    note: row.text('note'),
    ownerId: findOwner(row, habits.members),
    externalId: row.value('externalId'),
    createdAt: readCreatedAt(row, habits),
    doNotCall: readFlag(row, 'doNotCall', 'do not call'),
    doNotText: readFlag(row, 'doNotText', 'do not text'),
    doNotEmail: readFlag(row, 'doNotEmail', 'do not e-mail'),
  };
}

function nobody(unreadable: string[]): string {
  if (unreadable.length === 0) return 'There is no name, phone or e-mail in this row.';
  return `${unreadable.join(' ')} Nothing else in this row says who it is.`;
}

function planAddress(row: RowReader, country: string | null, home: string) {
  const postalCode = row.value('postalCode');
  const american = /^(us|usa|u\.s\.a?\.?|united states.*)$/i.test(country ?? home);
  return {
    street: row.value('street'),
    city: row.value('city'),
    region: row.value('region'),
    // Spreadsheets drop the zero that ZIP codes of New England begin with.
    postalCode: american && postalCode && /^\d{4}$/.test(postalCode) ? `0${postalCode}` : postalCode,
    country,
  };
}

function findOwner(row: RowReader, members: readonly ImportMember[]): string | null {
  const email = row.value('ownerEmail')?.toLowerCase();
  const name = row.value('ownerName');
  if (!email && !name) return null;
  const byEmail = email && members.find((member) => member.email.toLowerCase() === email);
  const owner = byEmail || (name ? findByName(name, members) : undefined);
  if (!owner) row.warn(`${quoteCell(name ?? email ?? '')} is not a member here, so nobody is set as the rep.`);
  return owner?.memberId ?? null;
}

function findByName(name: string, members: readonly ImportMember[]): ImportMember | undefined {
  const [last, first] = name.split(',');
  const key = normaliseName(first ? `${first} ${last}` : name);
  const whole = members.filter(
    (member) => nameKey(member) === key || member.email.toLowerCase() === name.toLowerCase(),
  );
  const byFirst = members.filter((member) => nameKey(member).split(' ')[0] === key);
  const found = whole.length > 0 ? whole : byFirst;
  return found.length === 1 ? found[0] : undefined;
}

function readCreatedAt(row: RowReader, { country, timeZone = 'UTC' }: ContactHabits): string | null {
  const cell = row.value('createdAt');
  const instant = cell && readDate(cell, { country, timeZone });
  if (cell && !instant) row.warn(`${quoteCell(cell)} is not a date we can read, so the day of the import is used.`);
  return instant || null;
}

// What cannot be understood counts as a wish to be left alone: the other mistake is against the law.
function readFlag(row: RowReader, field: ImportField, meaning: string): boolean {
  const cell = row.value(field);
  if (!cell || /^(false|no|n|0|off|f|nein|falsch|falso|ok|allowed|opted ?in|subscribed)$/i.test(cell)) return false;
  if (!/^(true|yes|y|1|x|on|t|ja|wahr|si|sí|verdadero|dnc|opted ?out|unsubscribed|do not .*)$/i.test(cell)) {
    row.warn(`${quoteCell(cell)} is taken to mean “${meaning}”, to be safe.`);
  }
  return true;
}
