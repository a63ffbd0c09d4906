import { companies } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { id } from '../inputs.ts';
import { fromCursor, toPage } from '../page.ts';
import { managerProcedure, memberProcedure } from '../trpc.ts';
import { changedColumns } from '../wording/change-words.rules.ts';
import { archiveCompany } from './archive-company.ts';
import { createCompany, getCompany, readCompanyPhone, selectCompanies, toCompany } from './companies.ts';
import { ArchiveCompany, ListCompanies, NewCompany, UpdateCompany } from './company-input.ts';

const columnNames = { name: 'name', kind: 'kind', phone: 'phone number', website: 'website', note: 'note' };

export const company = {
  list: memberProcedure.input(ListCompanies).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const after = fromCursor(input.cursor, 2);
      const where = and(
        input.kind ? eq(companies.kind, input.kind) : undefined,
        input.query
          ? sql`app.search_key(${companies.name}) like '%' || (select app.search_key(${input.query})) || '%'`
          : undefined,
        after
          ? sql`(${companies.name}, ${companies.id}) > (${String(after[0])}, ${String(after[1])}::uuid)`
          : undefined,
      );
      const rows = await selectCompanies(tx, where)
        .orderBy(asc(companies.name), asc(companies.id))
        .limit(input.limit + 1);
      return toPage(rows.map(toCompany), input.limit, (row) => [row.name, row.companyId]);
    }),
  ),

  get: memberProcedure
    .input(z.object({ companyId: id }))
    .query(({ ctx, input }) => ctx.tenant(async (tx) => toCompany(await getCompany(tx, input.companyId)))),

  create: memberProcedure.input(NewCompany).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { company: made, image } = await createCompany(tx, ctx, input);
      const { changeId } = await record(tx, ctx, {
        subject: { type: 'company', id: made.id },
        summary: `added ${made.name}`,
        images: [image],
      });
      return { ...toCompany({ company: made, contacts: 0, openDeals: 0 }), changeId };
    }),
  ),

  update: memberProcedure.input(UpdateCompany).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { companyId, version, phone, ...rest } = input;
      const { company: before, contacts, openDeals } = await getCompany(tx, companyId);
      const { after, image } = await rewrite(
        tx,
        'companies',
        before,
        { ...rest, phone: readCompanyPhone(phone, ctx.actor.country) },
        version,
      );
      const summary = image ? `changed the ${changedColumns(image, columnNames)} of ${after.name}` : '';
      const changeId =
        image &&
        (await record(tx, ctx, { subject: { type: 'company', id: companyId }, summary, images: [image] })).changeId;
      return { ...toCompany({ company: after, contacts, openDeals }), changeId };
    }),
  ),

  /** Puts a company away; its people go where one says. A manager's, because a rep does not see everybody's customers. */
  archive: managerProcedure
    .input(ArchiveCompany)
    .mutation(({ ctx, input }) => ctx.tenant((tx) => archiveCompany(tx, ctx, input))),
} satisfies TRPCRouterRecord;
