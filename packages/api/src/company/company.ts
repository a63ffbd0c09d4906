import { companies } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, asc, sql } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { badRequest } from '../errors.ts';
import { id, line, page } from '../inputs.ts';
import { fromCursor, toPage } from '../page.ts';
import { managerProcedure, memberProcedure } from '../trpc.ts';
import { changedColumns } from '../wording/change-words.rules.ts';
import { createCompany, getCompany, readCompanyPhone, selectCompanies, toCompany } from './companies.ts';
import { NewCompany, UpdateCompany } from './company-input.ts';

const columnNames = { name: 'name', phone: 'phone number', website: 'website', note: 'note' };

export const company = {
  list: memberProcedure.input(z.object({ ...page, query: line(200).optional() }).prefault({})).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const after = fromCursor(input.cursor, 2);
      const where = and(
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
      return { ...toCompany({ company: made, contacts: 0 }), changeId };
    }),
  ),

  update: memberProcedure.input(UpdateCompany).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { companyId, version, phone, ...rest } = input;
      const { company: before, contacts } = await getCompany(tx, companyId);
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
      return { ...toCompany({ company: after, contacts }), changeId };
    }),
  ),

  /** Puts a company away that nobody belongs to. A manager's, because a rep does not see everybody's customers. */
  archive: managerProcedure.input(z.object({ companyId: id })).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { company: before, contacts } = await getCompany(tx, input.companyId);
      if (contacts > 0) throw badRequest(`${before.name} still has customers. Move them first.`, 'has_contacts');
      const { after, image } = await rewrite(tx, 'companies', before, {
        archivedAt: ctx.services.clock.now().toISOString(),
      });
      const subject = { type: 'company', id: after.id };
      const { changeId } = await record(tx, ctx, {
        subject,
        summary: `removed ${after.name}`,
        images: image ? [image] : [],
      });
      return { companyId: after.id, changeId };
    }),
  ),
} satisfies TRPCRouterRecord;
