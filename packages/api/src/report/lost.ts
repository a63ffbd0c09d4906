import type { Tx } from '@beback/db';
import { sql } from 'drizzle-orm';
import { lostFacts } from './facts.ts';
import type { Ranges } from './report-range.rules.ts';
import { type ReportScope, within } from './scope.ts';

/** Why deals were lost in the range, beside the days compared with; reasons that mean nothing was lost stand apart. */
export async function readLostReasons(tx: Tx, scope: ReportScope, { range, compare }: Ranges) {
  const [now, then] = await Promise.all([byReason(tx, scope), byReason(tx, within(scope, compare))]);
  const before = new Map(then.map(({ reason, count }) => [reason, count]));
  const found = new Map(now.map((row) => [row.reason, row]));
  const listed = new Map(scope.reasons.map(({ key, name, bad }) => [key, { name, bad }]));
  const keys = new Set([...found.keys(), ...before.keys()]);
  const items = [...keys].map((reason) => ({
    reason,
    name: listed.get(reason)?.name ?? reason,
    bad: listed.get(reason)?.bad ?? false,
    count: found.get(reason)?.count ?? 0,
    valueCents: found.get(reason)?.valueCents ?? 0,
    before: before.get(reason) ?? 0,
  }));
  const ranked = items.toSorted((one, other) => other.count - one.count || other.before - one.before);
  const real = ranked.filter(({ bad }) => !bad);
  return {
    range,
    compare,
    items: real,
    bad: ranked.filter(({ bad }) => bad),
    count: real.reduce((sum, { count }) => sum + count, 0),
    before: real.reduce((sum, { before: count }) => sum + count, 0),
  };
}

async function byReason(tx: Tx, scope: ReportScope) {
  const rows = await tx.execute<{ reason: string; count: number; valueCents: number }>(sql`
    select f.reason, count(*)::int as count, sum(f.value_cents)::float8 as "valueCents"
    from (${lostFacts(scope)}) f group by f.reason`);
  return [...rows];
}
