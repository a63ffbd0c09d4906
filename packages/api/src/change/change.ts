import { changes } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { id, page } from '../inputs.ts';
import { fromCursor, toPage } from '../page.ts';
import { listAllStages } from '../stage/stages.ts';
import { memberProcedure } from '../trpc.ts';
import { readChanges, toWire } from './changes.ts';
import { undoChange, undoLatest } from './undo.ts';

export const change = {
  /** Who did what, when and through which door; newest first. */
  list: memberProcedure
    .input(z.object({ ...page, dealId: id.optional(), contactId: id.optional() }).prefault({}))
    .query(({ ctx, input }) =>
      ctx.tenant(async (tx) => {
        const before = fromCursor(input.cursor, 1);
        const where = and(
          input.dealId ? eq(changes.dealId, input.dealId) : undefined,
          input.contactId ? eq(changes.contactId, input.contactId) : undefined,
        );
        const [rows, stages] = await Promise.all([
          readChanges(tx, {
            where,
            before: before ? Number(before[0]) : undefined,
            limit: input.limit + 1,
            // Whoever looks at one deal or customer wants to know of its part; in a list of everything the whole stands.
            parts: Boolean(input.dealId || input.contactId),
          }),
          listAllStages(tx),
        ]);
        const names = new Map(stages.map((stage) => [stage.id, stage.name]));
        const now = ctx.services.clock.now();
        const items = rows.map((row) => toWire(row, names, ctx.actor.memberId, now));
        return toPage(items, input.limit, (row) => [row.seq]);
      }),
    ),

  /** Takes back one's own change, once, unless it has changed since. */
  undo: memberProcedure
    .input(z.object({ changeId: id }))
    .mutation(({ ctx, input }) => ctx.tenant((tx) => undoChange(tx, ctx, input.changeId))),

  /** Takes back the last thing one did: what UNDO means in a text message. */
  undoLatest: memberProcedure.mutation(({ ctx }) => ctx.tenant((tx) => undoLatest(tx, ctx))),
} satisfies TRPCRouterRecord;
