import type { Tx } from '@beback/db';
import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { dayIn } from '../time/day.rules.ts';
import { type MemberContext, memberProcedure } from '../trpc.ts';
import { readFunnel } from './funnel.ts';
import { readLostReasons } from './lost.ts';
import { readAgeing, readForecast } from './pipeline.ts';
import { ReportFilter } from './report-input.ts';
import { type Ranges, resolveRange } from './report-range.rules.ts';
import { beforeReport, type ReportScope, readScope } from './scope.ts';
import { readByRep, readBySource } from './standings.ts';
import { readSummary } from './summary.ts';
import { reportTable, tables } from './tables.ts';
import { readActivity, readResponseTimes } from './work.ts';

type Reader<T> = (tx: Tx, scope: ReportScope, ranges: Ranges) => Promise<T>;
type Tenant = <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>;

/** A report over a range: its own transaction, its statements in one round trip after the workspace is known. */
async function run<T>(ctx: MemberContext & { tenant: Tenant }, input: ReportFilter, read: Reader<T>): Promise<T> {
  const known = await beforeReport(ctx.services, ctx.actor);
  const { period, from, to } = input;
  const days = from && to ? { from, to } : undefined;
  const ranges = resolveRange(period ? { period } : { days }, dayIn(known.now, ctx.actor.timeZone));
  return ctx.tenant(async (tx) => read(tx, await readScope(tx, known, ranges.range, input), ranges));
}

export const report = {
  /** Units and gross, ups, appointments, visits; with the same figures for the days compared with. */
  summary: memberProcedure.input(ReportFilter).query(({ ctx, input }) => run(ctx, input, readSummary)),
  funnel: memberProcedure.input(ReportFilter).query(({ ctx, input }) => run(ctx, input, readFunnel)),
  byRep: memberProcedure.input(ReportFilter).query(({ ctx, input }) => run(ctx, input, readByRep)),
  bySource: memberProcedure.input(ReportFilter).query(({ ctx, input }) => run(ctx, input, readBySource)),
  responseTimes: memberProcedure.input(ReportFilter).query(({ ctx, input }) => run(ctx, input, readResponseTimes)),
  activity: memberProcedure.input(ReportFilter).query(({ ctx, input }) => run(ctx, input, readActivity)),
  lostReasons: memberProcedure.input(ReportFilter).query(({ ctx, input }) => run(ctx, input, readLostReasons)),
  /** Of the open deals as they stand now; the range asked for plays no part. */
  forecast: memberProcedure.input(ReportFilter).query(({ ctx, input }) => run(ctx, input, readForecast)),
  /** As the forecast: of now. */
  ageing: memberProcedure.input(ReportFilter).query(({ ctx, input }) => run(ctx, input, readAgeing)),

  /** One report's table as a file, safe to open in a spreadsheet. */
  csv: memberProcedure
    .input(z.object({ table: z.enum(tables), filter: ReportFilter }))
    .query(({ ctx, input }) =>
      run(ctx, input.filter, (tx, scope, ranges) => reportTable(tx, scope, ranges, input.table)),
    ),
} satisfies TRPCRouterRecord;
