import { views } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, asc, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { inserted } from '../change/images.ts';
import { record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { newId } from '../id.ts';
import { id } from '../inputs.ts';
import { memberProcedure } from '../trpc.ts';
import { CreateView, ListViews, UpdateView } from './view-input.ts';
import { getChangeableView, seenViews, toView } from './views.ts';

const mostViews = 200;

export const view = {
  /** A page's filters under a name: one's own first, then those everybody has. */
  list: memberProcedure.input(ListViews).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { memberId } = ctx.actor;
      const rows = await tx
        .select()
        .from(views)
        .where(and(seenViews(tx, memberId), input.page ? eq(views.page, input.page) : undefined))
        .orderBy(asc(views.shared), asc(views.name), desc(views.id))
        .limit(mostViews);
      return { items: rows.map((row) => toView(row, ctx.actor)), nextCursor: null };
    }),
  ),

  create: memberProcedure.input(CreateView).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const createdAt = ctx.services.clock.now().toISOString();
      const { workspaceId } = tx.scope;
      const [row] = await tx
        .insert(views)
        .values({ workspaceId, id: newId(), memberId: ctx.actor.memberId, createdAt, ...input })
        .returning();
      if (!row) throw new Error('the view was not written');
      const subject = { type: 'view', id: row.id };
      const recorded = await record(tx, ctx, { subject, summary: 'saved a view', images: [inserted('views', row)] });
      return { ...toView(row, ctx.actor), ...recorded };
    }),
  ),

  update: memberProcedure.input(UpdateView).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { viewId, version, ...set } = input;
      const before = await getChangeableView(tx, ctx.actor, viewId);
      const { after, image } = await rewrite(tx, 'views', before, set, version);
      if (!image) return { ...toView(after, ctx.actor), changeId: null };
      const subject = { type: 'view', id: viewId };
      const recorded = await record(tx, ctx, { subject, summary: 'changed a view', images: [image] });
      return { ...toView(after, ctx.actor), ...recorded };
    }),
  ),

  archive: memberProcedure.input(z.object({ viewId: id })).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const before = await getChangeableView(tx, ctx.actor, input.viewId);
      const archivedAt = ctx.services.clock.now().toISOString();
      const { image } = await rewrite(tx, 'views', before, { archivedAt });
      const subject = { type: 'view', id: input.viewId };
      return record(tx, ctx, { subject, summary: 'removed a view', images: image ? [image] : [] });
    }),
  ),
} satisfies TRPCRouterRecord;
