import { deals } from '@beback/db/schema';
import { and, eq, lt, or, type SQL, sql } from 'drizzle-orm';

/** Deals that stand in their stage longer than this store's deals usually do, and at least a day. */
export function quietFor(norms: Map<string, number>, now: Date): SQL | undefined {
  const since = (days: number) => new Date(now.getTime() - Math.max(1, days) * 86_400_000).toISOString();
  const conditions = [...norms].map(([stageId, days]) =>
    and(eq(deals.stageId, stageId), lt(deals.stageSince, since(days))),
  );
  return conditions.length > 0 ? or(...conditions) : sql`false`;
}
