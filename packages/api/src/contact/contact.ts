import { contacts } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { badRequest, notFound } from '../errors.ts';
import { id } from '../inputs.ts';
import { managerProcedure, memberProcedure } from '../trpc.ts';
import { changedColumns } from '../wording/change-words.rules.ts';
import { NewContact, UpdateContact } from './contact-input.ts';
import { findContacts } from './contact-search.ts';
import { createContact, updateContact } from './contacts.ts';
import { ListContacts, listContacts } from './list-contacts.ts';
import { duplicatesOf, MergeContacts, mergeContacts } from './merge-contacts.ts';
import { selectContacts, toContact } from './read-contacts.ts';

const columnNames = {
  name: 'name',
  firstName: 'name',
  lastName: 'name',
  phones: 'phone numbers',
  emails: 'e-mail addresses',
  companyId: 'company',
  address: 'address',
  source: 'source',
  note: 'note',
  ownerId: 'rep',
  doNotCall: 'wish not to be called',
  doNotText: 'wish not to be texted',
  doNotEmail: 'wish not to be e-mailed',
};

export const contact = {
  list: memberProcedure.input(ListContacts).query(({ ctx, input }) => ctx.tenant((tx) => listContacts(tx, input))),

  /** Finds customers by name, phone or e-mail address in any spelling; best first. */
  search: memberProcedure
    .input(z.object({ query: z.string().max(200), limit: z.int().min(1).max(50).default(10) }))
    .query(({ ctx, input }) => ctx.tenant(async (tx) => ({ ...(await findContacts(tx, input)), nextCursor: null }))),

  /** The customer; under the id of one who was merged, the one they were merged into. */
  get: memberProcedure.input(z.object({ contactId: id })).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const [row] = await selectContacts(tx, eq(contacts.id, input.contactId));
      const into = row?.contact.mergedInto;
      const [found] = into ? await selectContacts(tx, eq(contacts.id, into)) : [row];
      if (!found || found.contact.archivedAt !== null) throw notFound('customer');
      return toContact(found);
    }),
  ),

  /** Customers who may be the same person as this one. */
  duplicates: memberProcedure
    .input(z.object({ contactId: id }))
    .query(({ ctx, input }) =>
      ctx.tenant(async (tx) => ({ items: await duplicatesOf(tx, input.contactId), nextCursor: null })),
    ),

  /** Makes two customers one. A manager's, because a rep does not see everybody's deals. */
  merge: managerProcedure
    .input(MergeContacts)
    .mutation(({ ctx, input }) => ctx.tenant((tx) => mergeContacts(tx, ctx, input))),

  create: memberProcedure.input(NewContact).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { contact: made, company, images } = await createContact(tx, ctx, input);
      const subject = { type: 'contact', id: made.id };
      const { changeId } = await record(tx, ctx, {
        subject,
        contactId: made.id,
        summary: `added ${made.name}`,
        images,
      });
      return { ...toContact({ contact: made, company, openDeals: 0 }), changeId };
    }),
  ),

  update: memberProcedure.input(UpdateContact).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { contact: after, images } = await updateContact(tx, ctx, input);
      const image = images.at(-1);
      const summary = image ? `changed the ${changedColumns(image, columnNames)}` : '';
      const draft = { subject: { type: 'contact', id: after.id }, contactId: after.id, summary, images };
      const [[row], recorded] = await Promise.all([
        selectContacts(tx, eq(contacts.id, after.id)),
        image ? record(tx, ctx, draft) : null,
      ]);
      if (!row) throw notFound('customer');
      return { ...toContact(row), changeId: recorded?.changeId ?? null };
    }),
  ),

  /** Puts a customer away who has no open deal. A manager's, because a rep does not see everybody's deals. */
  archive: managerProcedure.input(z.object({ contactId: id })).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const [row] = await selectContacts(tx, and(eq(contacts.id, input.contactId), isNull(contacts.archivedAt)));
      if (!row) throw notFound('customer');
      if (row.openDeals > 0)
        throw badRequest(`${row.contact.name} still has an open deal. Close it first.`, 'has_open_deals');
      const { after, image } = await rewrite(tx, 'contacts', row.contact, {
        archivedAt: ctx.services.clock.now().toISOString(),
      });
      const subject = { type: 'contact', id: after.id };
      const { changeId } = await record(tx, ctx, {
        subject,
        contactId: after.id,
        summary: `removed ${after.name}`,
        images: image ? [image] : [],
      });
      return { contactId: after.id, changeId };
    }),
  ),
} satisfies TRPCRouterRecord;
