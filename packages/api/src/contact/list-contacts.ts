import type { Tx } from '@beback/db';
import { contacts } from '@beback/db/schema';
import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { id, line, page } from '../inputs.ts';
import { fromCursor, type Page, toPage } from '../page.ts';
import { matchesQuery } from './contact-search.ts';
import { selectContacts, toContact } from './read-contacts.ts';

/** Which customers, and in what order. */
export const ListContacts = z
  .object({
    ...page,
    query: line(200).optional(),
    sort: z.enum(['name', 'created']).default('name'),
    /** Not `direction`: an infinite query of the web sends one of its own under that name. */
    order: z.enum(['asc', 'desc']).default('asc'),
    /** Whose customers; null for those whom nobody brought in. */
    ownerId: id.nullish(),
    source: line(100).optional(),
    companyId: id.optional(),
    /** Who does not want to be called, texted or e-mailed. */
    doNot: z.enum(['call', 'text', 'email']).optional(),
    openDeal: z.boolean().optional(),
  })
  .prefault({});
type Listing = z.infer<typeof ListContacts>;

/** A page of customers in an order that an index keeps, so that a hundred thousand cost as little as ten. */
export async function listContacts(tx: Tx, input: Listing): Promise<Page<ReturnType<typeof toContact>>> {
  const column = input.sort === 'name' ? contacts.name : contacts.createdAt;
  const toward = input.order === 'asc' ? asc : desc;
  const rows = await selectContacts(tx, and(isNull(contacts.archivedAt), ...filters(tx, input), following(input)))
    .orderBy(toward(column), toward(contacts.id))
    .limit(input.limit + 1);
  const key = (row: (typeof rows)[number]) =>
    [input.sort === 'name' ? row.contact.name : row.contact.createdAt, row.contact.id] as const;
  const { items, nextCursor } = toPage(rows, input.limit, (row) => [...key(row)]);
  return { items: items.map(toContact), nextCursor };
}

function filters(tx: Tx, { query, ownerId, source, companyId, doNot, openDeal }: Listing): (SQL | undefined)[] {
  const refused = { call: contacts.doNotCall, text: contacts.doNotText, email: contacts.doNotEmail };
  const open = sql`(select 1 from deals d where d.workspace_id = ${contacts.workspaceId}
    and d.contact_id = ${contacts.id} and d.closed_at is null and d.archived_at is null)`;
  return [
    query ? matchesQuery(tx, query) : undefined,
    ownerId === undefined ? undefined : ownerId === null ? isNull(contacts.ownerId) : eq(contacts.ownerId, ownerId),
    source ? sql`lower(${contacts.source}) = lower(${source})` : undefined,
    companyId ? eq(contacts.companyId, companyId) : undefined,
    doNot ? eq(refused[doNot], true) : undefined,
    openDeal === undefined ? undefined : openDeal ? sql`exists ${open}` : sql`not exists ${open}`,
  ];
}

/** What comes after the cursor in this order. Throws BAD_REQUEST for one that was not given out. */
function following({ cursor, sort, order }: Listing): SQL | undefined {
  const last = fromCursor(cursor, 2);
  if (!last) return undefined;
  const column = sort === 'name' ? sql`${contacts.name}` : sql`${contacts.createdAt}`;
  const value = sort === 'name' ? sql`${String(last[0])}::text` : sql`${String(last[0])}::timestamptz`;
  const beyond = order === 'asc' ? sql`>` : sql`<`;
  return sql`(${column}, ${contacts.id}) ${beyond} (${value}, ${String(last[1])}::uuid)`;
}
