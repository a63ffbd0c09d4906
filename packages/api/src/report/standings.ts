import type { Tx } from '@beback/db';
import { type SQL, sql } from 'drizzle-orm';
import { activityFacts, appointmentFacts, openedFacts, responseFacts } from './facts.ts';
import type { Ranges } from './report-range.rules.ts';
import type { ReportScope } from './scope.ts';
import { soldFacts } from './sold-facts.ts';
import { ratio } from './summary.ts';

/** What a rep or a source brought. A key of null stands for deals that are nobody's, or that say no source. */
export interface Standing {
  opened: number;
  sold: number;
  closingRatio: number | null;
  units: number;
  unitDeals: number;
  frontGrossCents: number;
  backGrossCents: number;
  appointments: number;
  shown: number;
  showRate: number | null;
  medianResponseSeconds: number | null;
}

type Figures = Omit<Standing, 'closingRatio' | 'showRate'>;
type Part = { key: string | null } & Partial<Figures>;

const nothing: Figures = {
  opened: 0,
  sold: 0,
  units: 0,
  unitDeals: 0,
  frontGrossCents: 0,
  backGrossCents: 0,
  appointments: 0,
  shown: 0,
  medianResponseSeconds: null,
};

/** Everybody with a figure in the range, those who sold most first; with how much they did. */
export async function readByRep(tx: Tx, scope: ReportScope, { range, compare }: Ranges) {
  const [standings, people, done] = await Promise.all([
    readStandings(tx, scope, sql`f.member_id`),
    tx.execute<{ id: string; name: string }>(
      sql`select id, name from members where workspace_id = ${scope.workspaceId}`,
    ),
    tx.execute<{ key: string; count: number }>(
      sql`select f.member_id as key, count(*)::int as count from (${activityFacts(scope)}) f group by f.member_id`,
    ),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const activities = new Map(done.map(({ key, count }) => [key, count]));
  for (const key of activities.keys()) if (!standings.has(key)) standings.set(key, toStanding(nothing));
  const items = [...standings].map(([memberId, standing]) => ({
    memberId,
    name: memberId === null ? null : (names.get(memberId) ?? null),
    activities: memberId === null ? 0 : (activities.get(memberId) ?? 0),
    ...standing,
  }));
  return {
    range,
    compare,
    items: items.toSorted(
      (one, other) => last(one.memberId, other.memberId) || byUnits(one, other) || byName(one.name, other.name),
    ),
  };
}

/** Every source with a figure in the range, those that brought most first. */
export async function readBySource(tx: Tx, scope: ReportScope, { range, compare }: Ranges) {
  const standings = await readStandings(tx, scope, sql`f.source`);
  const items = [...standings].map(([source, standing]) => ({ source, ...standing }));
  return {
    range,
    compare,
    items: items.toSorted(
      (one, other) =>
        last(one.source, other.source) ||
        other.opened - one.opened ||
        byUnits(one, other) ||
        byName(one.source, other.source),
    ),
  };
}

async function readStandings(tx: Tx, scope: ReportScope, key: SQL): Promise<Map<string | null, Standing>> {
  const grouped = (columns: SQL, facts: SQL) =>
    tx.execute<Part>(sql`select ${key} as key, ${columns} from (${facts}) f group by ${key}`);
  const parts = await Promise.all([
    grouped(sql`count(*)::int as opened, count(*) filter (where f.sold)::int as sold`, openedFacts(scope)),
    grouped(
      sql`sum(f.credit)::float8 / 100 as units, count(distinct f.deal_id)::int as "unitDeals",
        sum(f.front)::float8 as "frontGrossCents", sum(f.back)::float8 as "backGrossCents"`,
      soldFacts(scope),
    ),
    grouped(
      sql`count(*) filter (where f.due)::int as appointments, count(*) filter (where f.shown)::int as shown`,
      appointmentFacts(scope),
    ),
    grouped(
      sql`percentile_cont(0.5) within group (order by f.seconds) as "medianResponseSeconds"`,
      responseFacts(scope),
    ),
  ]);
  const merged = new Map<string | null, Figures>();
  for (const { key: of, ...figures } of parts.flatMap((rows) => [...rows]))
    merged.set(of, { ...(merged.get(of) ?? nothing), ...figures });
  return new Map([...merged].map(([of, figures]) => [of, toStanding(figures)]));
}

function toStanding(figures: Figures): Standing {
  const { opened, sold, appointments, shown } = figures;
  return { ...figures, closingRatio: ratio(sold, opened), showRate: ratio(shown, appointments) };
}

function byUnits(one: Standing, other: Standing): number {
  const gross = (standing: Standing) => standing.frontGrossCents + standing.backGrossCents;
  return other.units - one.units || gross(other) - gross(one) || other.opened - one.opened;
}

/** What is nobody's, or says nothing, comes last. */
function last(one: string | null, other: string | null): number {
  return Number(one === null) - Number(other === null);
}

function byName(one: string | null, other: string | null): number {
  return (one ?? '').localeCompare(other ?? '');
}
