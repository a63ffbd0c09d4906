import type { ContactRow } from './contacts.ts';

/** What can be taken from either of two customers who are one; the rest is joined. */
export const mergeable = ['name', 'address', 'company', 'source', 'note', 'owner'] as const;
type Mergeable = (typeof mergeable)[number];
export type MergeChoice = Partial<Record<Mergeable, 'keep' | 'merge'>>;

const columns: Record<Mergeable, (keyof ContactRow)[]> = {
  name: ['name', 'firstName', 'lastName'],
  address: ['address'],
  company: ['companyId'],
  source: ['source'],
  note: ['note'],
  owner: ['ownerId'],
};

/**
 * The columns of the customer who stays: every phone and address of both, the stayer's first; a wish not to be reached of
 * either; the rest as chosen, and where nothing was chosen and the stayer has nothing, the other's.
 */
export function mergedColumns(keep: ContactRow, merge: ContactRow, choice: MergeChoice): Partial<ContactRow> {
  const phones = new Map([...merge.phones, ...keep.phones].map((phone) => [phone.phone, phone]));
  const order = [...keep.phones, ...merge.phones].map((phone) => phone.phone);
  const set: Partial<ContactRow> = {
    phones: [...new Set(order)].flatMap((phone) => phones.get(phone) ?? []),
    emails: [...new Set([...keep.emails, ...merge.emails])],
    doNotCall: keep.doNotCall || merge.doNotCall,
    doNotText: keep.doNotText || merge.doNotText,
    doNotEmail: keep.doNotEmail || merge.doNotEmail,
  };
  for (const part of mergeable) {
    const chosen = choice[part] ?? (isEmpty(keep[columns[part][0] ?? 'name']) ? 'merge' : 'keep');
    const from = chosen === 'merge' ? merge : keep;
    for (const column of columns[part]) Object.assign(set, { [column]: from[column] });
  }
  return set;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.values(value).every((part) => part === null || part === undefined);
}
