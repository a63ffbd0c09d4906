import { toE164 } from '../contact/phone.rules.ts';
import { looksLikeEmail } from './cell-content.rules.ts';
import type { ImportField } from './import-fields.rules.ts';
import { quoteCell, type RowReader } from './row-reader.rules.ts';

interface Reach {
  phones: string[];
  emails: string[];
  /** Cells that hold something which is neither. */
  unreadable: string[];
}

const phoneFields: readonly ImportField[] = ['phone', 'phone2', 'phone3'];
const emailFields: readonly ImportField[] = ['email', 'email2'];

// Typed to get past a form that insists; as a key it would merge strangers.
const placeholder = /^(none|noemail|nomail|na|n\/a|unknown|declined|refused|donotemail|noreply|no-reply)@/i;

/** Takes a row and its country; gives its phones in E.164 and its e-mails in lower case, each once, and a sentence for each cell that is neither. */
export function readReach(row: RowReader, country: string): Reach {
  const unreadable: string[] = [];
  const phones = unique(phoneFields, row, (cell) => {
    const found = phonesIn(cell, country);
    if (found.length === 0) unreadable.push(`${quoteCell(cell)} is not a phone number.`);
    return found;
  });
  const emails = unique(emailFields, row, (cell) => {
    const found = emailsIn(cell);
    if (found === null) unreadable.push(`${quoteCell(cell)} is not an e-mail address.`);
    return found ?? [];
  });
  return { phones, emails, unreadable };
}

function unique(fields: readonly ImportField[], row: RowReader, read: (cell: string) => string[]): string[] {
  const found = fields.flatMap((field) => {
    const cell = row.value(field);
    return cell ? read(cell) : [];
  });
  return [...new Set(found)];
}

function phonesIn(cell: string, country: string): string[] {
  const parts = cell.split(/[;,/|]| or | und | y /i).flatMap((part) => toE164(part, country) ?? []);
  // Of "214-555-0142; 214-555-0143" taken as one, the second would be lost.
  if (parts.length > 1) return parts;
  const whole = toE164(cell, country);
  return whole ? [whole] : parts;
}

function emailsIn(cell: string): string[] | null {
  const parts = cell
    .split(/[;,|\s]+/)
    .map((part) => part.replace(/^(mailto:|<)+|>$/gi, ''))
    .filter((part) => part.includes('@'));
  const valid = parts.filter(looksLikeEmail);
  if (valid.length === 0) return null;
  return valid.filter((email) => !placeholder.test(email)).map((email) => email.toLowerCase());
}
