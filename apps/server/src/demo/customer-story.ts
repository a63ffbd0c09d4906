import { newRow } from './rows.ts';
import type { World } from './world.ts';

const areaCodes = ['214', '469', '972', '817', '682', '945'] as const;
const streets = ['Oak Hollow Ln', 'Ross Ave', 'Cedar Springs Rd', 'Preston Rd', 'Mockingbird Ln', 'Elm St'] as const;
const places: [[string, string], ...[string, string][]] = [
  ['Dallas', '75204'],
  ['Plano', '75023'],
  ['Garland', '75040'],
  ['Irving', '75060'],
  ['Frisco', '75034'],
];

export interface Customer {
  contactId: string;
  name: string;
}

/** Makes a customer with a number and an address of a kind that belongs to nobody. */
export function addCustomer(
  world: World,
  name: string,
  ownerId: string | null,
  createdAt: string,
  source: string,
): Customer {
  const { random, rows, workspaceId } = world;
  const place = rows.contacts.length;
  const area = areaCodes[place % areaCodes.length] ?? '214';
  const phone = `+1${area}555${String(120 + (Math.floor(place / areaCodes.length) % 80)).padStart(4, '0')}`;
  const words = name.split(' ');
  const [city, postalCode] = random.pick(places);
  const street = `${random.between(100, 9_800)} ${random.pick(streets)}`;
  const address = random.chance(0.6) ? { street, city, region: 'TX', postalCode, country: 'US' } : {};
  const contact = {
    workspaceId,
    id: random.id(createdAt),
    name,
    firstName: words.slice(0, -1).join(' ') || null,
    lastName: words.at(-1) ?? null,
    phones: [{ phone, kind: 'mobile' as const }],
    emails: random.chance(0.75) ? [mailAddress(name, place)] : [],
    address,
    source,
    ownerId,
    doNotText: random.chance(0.04),
    createdAt,
  };
  rows.contacts.push(contact);
  return { contactId: contact.id, name };
}

function mailAddress(name: string, place: number): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .trim()
    .split(/\s+/);
  const local = [plain[0], plain.at(-1)].filter(Boolean).join('.');
  return `${local || 'customer'}${place}@mail.example`;
}

/** A business customer, linked to the contact who buys for it. */
export function addCompany(world: World, contactId: string, name: string, ownerId: string, createdAt: string): void {
  const { random, rows, workspaceId } = world;
  const company = { workspaceId, id: random.id(createdAt), name, ownerId, createdAt };
  rows.companies.push(company);
  const contact = rows.contacts.find(({ id }) => id === contactId);
  if (contact) contact.companyId = company.id;
  const { before, after } = newRow('companies', company);
  rows.changes.push({
    workspaceId,
    id: random.id(createdAt),
    memberId: ownerId,
    door: 'web',
    procedure: 'company.create',
    subjectType: 'company',
    subjectId: company.id,
    summary: `added ${name}`,
    before,
    after,
    createdAt,
  });
}
