import type { Tx } from '@beback/db';
import { sql } from 'drizzle-orm';
import { waits } from './cells.ts';
import { activityFacts, responseFacts } from './facts.ts';
import type { Ranges } from './report-range.rules.ts';
import { type ReportScope, within } from './scope.ts';
import { ratio } from './summary.ts';

/** How long new leads waited for a person, in wall-clock time; beside the days compared with. */
export async function readResponseTimes(tx: Tx, scope: ReportScope, { range, compare }: Ranges) {
  const [now, before] = await Promise.all([readWaits(tx, scope), readWaits(tx, within(scope, compare))]);
  return { range, compare, clock: 'wall' as const, ...now, before };
}

async function readWaits(tx: Tx, scope: ReportScope) {
  const names = Object.keys(waits) as (keyof typeof waits)[];
  const counts = names.map((name) => sql`count(*) filter (where ${waits[name]})::int as ${sql.identifier(name)}`);
  const [row] = await tx.execute<{ leads: number; median: number | null } & Record<keyof typeof waits, number>>(sql`
    select count(*)::int as leads, percentile_cont(0.5) within group (order by f.seconds) as median,
      ${sql.join(counts, sql`, `)} from (${responseFacts(scope)}) f`);
  const leads = row?.leads ?? 0;
  const count = (name: keyof typeof waits) => row?.[name] ?? 0;
  const within5 = count('within_5');
  const within15 = within5 + count('within_15');
  return {
    leads,
    answered: leads - count('none'),
    medianSeconds: row?.median ?? null,
    within5: ratio(within5, leads),
    within15: ratio(within15, leads),
    within60: ratio(within15 + count('within_60'), leads),
    waits: names.map((key) => ({ key, count: count(key) })),
  };
}

/** What each member did at which hour of the dealership's day, and how. */
export async function readActivity(tx: Tx, scope: ReportScope, { range, compare }: Ranges) {
  const [cells, people] = await Promise.all([
    tx.execute<Cell>(sql`
      select f.member_id as "memberId", f.hour, f.kind, count(*)::int as count, count(distinct f.deal_id)::int as deals
      from (${activityFacts(scope)}) f
      group by grouping sets ((f.member_id, f.hour), (f.member_id, f.kind)) order by f.member_id, f.hour`),
    tx.execute<{ memberId: string; name: string }>(sql`
      select id as "memberId", name from members where workspace_id = ${scope.workspaceId} order by name, id`),
  ]);
  const items = people.flatMap(({ memberId, name }) => {
    const own = cells.filter((cell) => cell.memberId === memberId);
    const hours = own.flatMap(({ hour, count, deals }) => (hour === null ? [] : [{ hour, count, deals }]));
    const kinds = own.flatMap(({ kind, count, deals }) => (kind === null ? [] : [{ kind, count, deals }]));
    const count = hours.reduce((sum, hour) => sum + hour.count, 0);
    return count > 0 ? [{ memberId, name, count, hours, kinds }] : [];
  });
  return { range, compare, items: items.toSorted((one, other) => other.count - one.count) };
}

/** What a member did in an hour of the day, or in a way. */
type Cell = { memberId: string; hour: number | null; kind: string | null; count: number; deals: number };
