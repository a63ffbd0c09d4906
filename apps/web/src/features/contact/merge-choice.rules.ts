import type { Contact } from '../../api.ts';
import { wishWords } from './wishes.rules.ts';

/** What can be taken from either of two customers who are one. */
export const parts = ['name', 'company', 'address', 'source', 'note', 'owner'] as const;
export type Part = (typeof parts)[number];
export type Side = 'keep' | 'merge';
export type Choice = Partial<Record<Part, Side>>;

/** A customer's part as one reads it; '' when it is empty. `ownerName` tells a member's name. */
export function partText(contact: Contact, part: Part, ownerName: (memberId: string) => string): string {
  if (part === 'company') return contact.company?.name ?? '';
  if (part === 'owner') return contact.ownerId ? ownerName(contact.ownerId) : '';
  if (part === 'address') {
    const { street, city, region, postalCode } = contact.address;
    return [street, [city, region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  }
  return contact[part] ?? '';
}

/** From whom a part is taken: as chosen, else from who stays, unless only the other has it. */
export function sideOf(part: Part, choice: Choice, texts: Record<Side, string>): Side {
  return choice[part] ?? (texts.keep === '' && texts.merge !== '' ? 'merge' : 'keep');
}

/** What is joined rather than chosen: every number and address of both, and what either does not want. */
export function joined(keep: Contact, merge: Contact) {
  const phones = [...new Set([...keep.phones, ...merge.phones].map(({ phone }) => phone))];
  const emails = [...new Set([...keep.emails, ...merge.emails])];
  const wishes = wishWords({
    doNotCall: keep.doNotCall || merge.doNotCall,
    doNotText: keep.doNotText || merge.doNotText,
    doNotEmail: keep.doNotEmail || merge.doNotEmail,
  });
  return { phones, emails, wishes };
}
