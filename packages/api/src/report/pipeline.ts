import type { Tx } from '@beback/db';
import { sql } from 'drizzle-orm';
import { ages } from './cells.ts';
import { openFacts } from './facts.ts';
import { outlook } from './forecast.rules.ts';
import { decidedFacts, reachFacts } from './reach-facts.ts';
import type { ReportScope } from './scope.ts';
import { ratio } from './summary.ts';

const lookBackDays = 90;

type StageSums = {
  stageId: string;
  name: string;
  count: number;
  totalCents: number;
  expectedCents: number;
  variance: number;
  units: number;
  unitVariance: number;
};

/** What the open deals are worth by their chances, with the range it ends up in eight times out of ten. */
export async function readForecast(tx: Tx, scope: ReportScope) {
  const since = new Date(Date.parse(scope.now) - lookBackDays * 86_400_000).toISOString();
  const [rows, decided] = await Promise.all([
    tx.execute<StageSums>(sql`
      select s.id as "stageId", s.name, count(f.deal_id)::int as count, coalesce(sum(f.value), 0) as "totalCents",
        coalesce(sum(f.chance * f.value), 0) as "expectedCents",
        coalesce(sum(f.chance * (1 - f.chance) * f.value * f.value), 0) as variance,
        coalesce(sum(f.chance), 0) as units, coalesce(sum(f.chance * (1 - f.chance)), 0) as "unitVariance"
      from stages s left join (${openFacts(scope)}) f on f.stage_id = s.id
      where s.workspace_id = ${scope.workspaceId} and s.kind = 'open' and s.archived_at is null
      group by s.id, s.name, s.position order by s.position, s.id`),
    tx.execute<{ rank: number; decided: number; sold: number }>(sql`
      select f.rank::int as rank, count(*)::int as decided, count(*) filter (where f.sold)::int as sold
      from (${reachFacts(scope, decidedFacts(scope, since), scope.now)}) f group by f.rank`),
  ]);
  const sum = (key: 'totalCents' | 'expectedCents' | 'variance' | 'units' | 'unitVariance' | 'count') =>
    rows.reduce((total, row) => total + row[key], 0);
  const stages = rows.map(({ variance, unitVariance, ...row }, place) => {
    // Whoever came further came through here as well.
    const came = decided.filter(({ rank }) => rank >= place + 1);
    const total = (key: 'decided' | 'sold') => came.reduce((all, each) => all + each[key], 0);
    return { ...row, expectedCents: Math.round(row.expectedCents), usual: ratio(total('sold'), total('decided')) };
  });
  return {
    stages,
    count: sum('count'),
    totalCents: sum('totalCents'),
    value: rounded(outlook(sum('expectedCents'), sum('variance'), sum('totalCents'))),
    units: outlook(sum('units'), sum('unitVariance'), sum('count')),
  };
}

function rounded({ expected, low, high }: ReturnType<typeof outlook>) {
  return { expected: Math.round(expected), low: Math.round(low), high: Math.round(high) };
}

/** How long the open deals stand in their stages, against how long this store's deals usually do. */
export async function readAgeing(tx: Tx, scope: ReportScope) {
  const rows = await tx.execute<{
    stageId: string;
    name: string;
    count: number;
    within: number;
    beyond: number;
    long: number;
    medianDays: number | null;
    oldestDays: number | null;
  }>(sql`
    select s.id as "stageId", s.name, count(f.deal_id)::int as count,
      count(f.deal_id) filter (where ${ages.within})::int as within,
      count(f.deal_id) filter (where ${ages.beyond})::int as beyond,
      count(f.deal_id) filter (where ${ages.long})::int as long,
      percentile_cont(0.5) within group (order by f.age) as "medianDays", max(f.age) as "oldestDays"
    from stages s left join (${openFacts(scope)}) f on f.stage_id = s.id
    where s.workspace_id = ${scope.workspaceId} and s.kind = 'open' and s.archived_at is null
    group by s.id, s.name, s.position order by s.position, s.id`);
  return { stages: rows.map((row) => ({ ...row, normDays: scope.norms.get(row.stageId) ?? null })) };
}
