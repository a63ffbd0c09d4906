import { visits } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, desc, gte, lt, sql } from 'drizzle-orm';
import { fromCursor, toPage } from '../page.ts';
import { dayBounds, dayIn } from '../time/day.rules.ts';
import { memberProcedure } from '../trpc.ts';
import { startVisit } from './start-visit.ts';
import { updateVisit } from './update-visit.ts';
import { ListVisits, StartVisit, UpdateVisit } from './visit-input.ts';
import { selectVisits, toVisit } from './visits.ts';

export const visit = {
  /** The desk log of a day at the dealership, today if none is named; the latest first. */
  list: memberProcedure.input(ListVisits).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { timeZone } = ctx.actor;
      const { from, to } = dayBounds(input.date ?? dayIn(ctx.services.clock.now(), timeZone), timeZone);
      const before = fromCursor(input.cursor, 2);
      const rows = await selectVisits(
        tx,
        and(
          gte(visits.arrivedAt, from),
          lt(visits.arrivedAt, to),
          before
            ? sql`(${visits.arrivedAt}, ${visits.id}) < (${String(before[0])}::timestamptz, ${String(before[1])}::uuid)`
            : undefined,
        ),
      )
        .orderBy(desc(visits.arrivedAt), desc(visits.id))
        .limit(input.limit + 1);
      return toPage(rows.map(toVisit), input.limit, (row) => [row.arrivedAt, row.visitId]);
    }),
  ),

  /** Somebody comes in: a line of the desk log, on a deal that is there or is opened for it. */
  start: memberProcedure.input(StartVisit).mutation(({ ctx, input }) => ctx.tenant((tx) => startVisit(tx, ctx, input))),

  /** Marks what happened: a step with its time, the turnover to a manager, the way out, the result. */
  update: memberProcedure
    .input(UpdateVisit)
    .mutation(({ ctx, input }) => ctx.tenant((tx) => updateVisit(tx, ctx, input))),
} satisfies TRPCRouterRecord;
