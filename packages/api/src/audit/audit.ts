import { changes } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { fromCursor, toPage } from '../page.ts';
import { dayBounds } from '../time/day.rules.ts';
import { managerProcedure } from '../trpc.ts';
import { auditSubjects } from './audit.rules.ts';
import { ListAudit } from './audit-input.ts';
import { selectEntries, toEntry } from './entries.ts';

export const audit = {
  /** Who did what through which door, from which address, sign-ins and the use of keys included; newest first. */
  list: managerProcedure.input(ListAudit).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const before = fromCursor(input.cursor, 1);
      const older = before ? lt(changes.seq, Number(before[0])) : undefined;
      const rows = await selectEntries(tx, and(older, asked(input, ctx.actor.timeZone)))
        .orderBy(desc(changes.seq))
        .limit(input.limit + 1);
      return toPage(rows.map(toEntry), input.limit, (row) => [row.seq]);
    }),
  ),
} satisfies TRPCRouterRecord;

function asked(input: z.infer<typeof ListAudit>, timeZone: string): SQL | undefined {
  const { memberId, door, what, address, from, to } = input;
  return and(
    memberId ? eq(changes.memberId, memberId) : undefined,
    door ? eq(changes.door, door) : undefined,
    what === 'all' ? undefined : inArray(changes.subjectType, auditSubjects[what]),
    address ? sql`starts_with(${changes.address}, ${address.toLowerCase()})` : undefined,
    from ? gte(changes.createdAt, isDay(from) ? dayBounds(from, timeZone).from : from) : undefined,
    to ? lt(changes.createdAt, isDay(to) ? dayBounds(to, timeZone).to : to) : undefined,
  );
}

const isDay = (value: string) => value.length === 'YYYY-MM-DD'.length;
