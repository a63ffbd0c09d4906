import type { Tx } from '@beback/db';
import { deals } from '@beback/db/schema';
import { and, eq, gte, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { todayBounds } from './today.rules.ts';

/** The figures above Today: what is open, what came in this week, what was sold this month. */
export function countDeals(tx: Tx, own: SQL | undefined, bounds: ReturnType<typeof todayBounds>) {
  const isOpen = isNull(deals.closedAt);
  return tx
    .select({
      openDeals: sql<number>`count(*) filter (where ${isOpen})::int`,
      openCents: sql<number>`coalesce(sum(${deals.valueCents}) filter (where ${isOpen}), 0)::float8`,
      newThisWeek: sql<number>`count(*) filter (where ${gte(deals.createdAt, bounds.weekFrom)})::int`,
      soldThisMonth: sql<number>`count(*) filter (where ${gte(deals.soldOn, bounds.monthFirst)})::int`,
    })
    .from(deals)
    .where(
      and(
        eq(deals.workspaceId, tx.scope.workspaceId),
        isNull(deals.archivedAt),
        own,
        or(
          isOpen,
          and(
            isNotNull(deals.closedAt),
            or(gte(deals.createdAt, bounds.weekFrom), gte(deals.soldOn, bounds.monthFirst)),
          ),
        ),
      ),
    );
}
