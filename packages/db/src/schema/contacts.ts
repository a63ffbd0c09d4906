import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { archivedAt, createdAt, version, visibleTo, workspaceId } from './columns.ts';
import { members } from './members.ts';
import { workspaces } from './workspaces.ts';

export type Phone = { phone: string; kind: 'mobile' | 'home' | 'work' };
export type Address = {
  street?: string | null;
  city?: string | null;
  region?: string | null;
  postalCode?: string | null;
  country?: string | null;
};

export const companies = pgTable(
  'companies',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** A household is found and shown like a company: people who buy together. */
    kind: text('kind', { enum: ['company', 'household'] })
      .notNull()
      .default('company'),
    phone: text('phone'),
    website: text('website'),
    note: text('note'),
    ownerId: uuid('owner_id'),
    version: version(),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.workspaceId] }),
    index().on(t.workspaceId, t.name),
  ],
);

/** A customer. Phones are E.164, e-mail addresses lower-case. */
export const contacts = pgTable(
  'contacts',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    firstName: text('first_name'),
    lastName: text('last_name'),
    companyId: uuid('company_id'),
    phones: jsonb('phones').$type<Phone[]>().notNull().default([]),
    emails: text('emails').array().notNull().default([]),
    address: jsonb('address').$type<Address>().notNull().default({}),
    source: text('source'),
    note: text('note'),
    /** Who brought the customer in; sees them even before there is a deal. */
    ownerId: uuid('owner_id'),
    doNotCall: boolean('do_not_call').notNull().default(false),
    doNotText: boolean('do_not_text').notNull().default(false),
    doNotEmail: boolean('do_not_email').notNull().default(false),
    importId: uuid('import_id'),
    /** The customer this one turned out to be. */
    mergedInto: uuid('merged_into'),
    version: version(),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
    visibleTo: visibleTo(),
    /** Names, phones and addresses in one searchable line; kept by a trigger. */
    searchText: text('search_text').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.companyId], foreignColumns: [companies.workspaceId, companies.id] }),
    foreignKey({ columns: [t.workspaceId, t.ownerId], foreignColumns: [members.workspaceId, members.id] }),
    index().on(t.workspaceId, t.companyId),
    index().on(t.workspaceId, t.name, t.id),
    index().on(t.workspaceId, t.createdAt, t.id),
    index().on(t.workspaceId, t.importId),
  ],
);

/**
 * What a contact is found by, each as a key: phones and e-mail addresses, words of the name and how they sound, ends of phone
 * numbers; kept by a trigger. Beginnings are looked for by the index that compares byte by byte: under row-level security
 * only such comparisons may use an index.
 */
export const contactKeys = pgTable(
  'contact_keys',
  {
    workspaceId: workspaceId(),
    key: text('key').notNull(),
    contactId: uuid('contact_id').notNull(),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.key, t.contactId] }),
    foreignKey({ columns: [t.workspaceId, t.contactId], foreignColumns: [contacts.workspaceId, contacts.id] }),
    index().on(t.workspaceId, t.contactId),
    index('contact_keys_prefix').on(t.workspaceId, t.key.op('text_pattern_ops')),
  ],
);
