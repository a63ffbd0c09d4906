import { displayName } from '../contact/contact-name.rules.ts';
import type { ContactRow } from '../contact/contacts.ts';
import type { CsvCell } from './to-csv.rules.ts';

/** A customer as exports write one. */
export interface ExportedCustomer {
  name: string;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  phones: ContactRow['phones'];
  emails: string[];
  address: ContactRow['address'];
  source: string | null;
  note: string | null;
  ownerEmail: string | null;
  createdAt: string;
  doNotCall: boolean;
  doNotText: boolean;
  doNotEmail: boolean;
}

export interface Column<Row> {
  header: string;
  cell: (row: Row) => CsvCell;
}

const yes = (flag: boolean) => (flag ? 'yes' : '');

/** The columns of a customer, headed so that our own import reads them back. */
export const customerColumns: readonly Column<ExportedCustomer>[] = [
  { header: 'First name', cell: firstNameOf },
  { header: 'Last name', cell: ({ lastName }) => lastName },
  { header: 'Company', cell: ({ company }) => company },
  { header: 'Phone', cell: ({ phones }) => phones[0]?.phone },
  { header: 'Phone 2', cell: ({ phones }) => phones[1]?.phone },
  { header: 'Phone 3', cell: ({ phones }) => rest(phones.slice(2).map(({ phone }) => phone)) },
  { header: 'E-mail', cell: ({ emails }) => emails[0] },
  { header: 'E-mail 2', cell: ({ emails }) => rest(emails.slice(1)) },
  { header: 'Street', cell: ({ address }) => address.street },
  { header: 'City', cell: ({ address }) => address.city },
  { header: 'State', cell: ({ address }) => address.region },
  { header: 'ZIP', cell: ({ address }) => address.postalCode },
  { header: 'Country', cell: ({ address }) => address.country },
  { header: 'Source', cell: ({ source }) => source },
  { header: 'Note', cell: ({ note }) => note },
  { header: 'Rep (e-mail)', cell: ({ ownerEmail }) => ownerEmail },
  { header: 'Created on', cell: ({ createdAt }) => createdAt },
  { header: 'Do not call', cell: ({ doNotCall }) => yes(doNotCall) },
  { header: 'Do not text', cell: ({ doNotText }) => yes(doNotText) },
  { header: 'Do not e-mail', cell: ({ doNotEmail }) => yes(doNotEmail) },
];

// Who has only one name is exported under it; who goes by a company, address or number has none.
function firstNameOf({ name, firstName, lastName, company, emails, phones }: ExportedCustomer): string | null {
  if (firstName || lastName) return firstName;
  return name === displayName({ company, email: emails[0], phone: phones[0]?.phone }) ? null : name;
}

function rest(values: readonly string[]): string {
  return values.join('; ');
}
