import type { Tx } from '@beback/db';
import { sql } from 'drizzle-orm';
import { appointmentStates, channels } from './cells.ts';
import { appointmentFacts, openedFacts, visitFacts } from './facts.ts';
import type { Days, Ranges } from './report-range.rules.ts';
import { type ReportScope, within } from './scope.ts';
import { soldFacts } from './sold-facts.ts';

/** What was sold on one day. */
export interface SoldDay {
  date: string;
  units: number;
  unitsNew: number;
  unitsUsed: number;
  deals: number;
  frontGrossCents: number;
  backGrossCents: number;
  withoutGross: number;
}

/** The figures of a range and of the days it is compared with, and what was sold on each day of both. */
export async function readSummary(tx: Tx, scope: ReportScope, { range, compare, pace }: Ranges) {
  const before = within(scope, compare);
  const [days, paceDays, now, then] = await Promise.all([
    soldByDay(tx, scope),
    soldByDay(tx, within(scope, pace)),
    figures(tx, scope),
    figures(tx, before),
  ]);
  return {
    range,
    compare,
    pace,
    ...totals(days, range),
    ...now,
    before: { ...totals(paceDays, compare), ...then },
    days,
    paceDays,
  };
}

async function soldByDay(tx: Tx, scope: ReportScope): Promise<SoldDay[]> {
  const units = (where = sql``) => sql`coalesce(sum(f.credit) ${where}, 0)::float8 / 100`;
  const rows = await tx.execute<{ [Key in keyof SoldDay]: SoldDay[Key] }>(sql`
    select f.on_day::text as date, ${units()} as units,
      ${units(sql`filter (where f.condition = 'new')`)} as "unitsNew",
      ${units(sql`filter (where f.condition = 'used')`)} as "unitsUsed", count(distinct f.deal_id)::int as deals,
      sum(f.front)::float8 as "frontGrossCents", sum(f.back)::float8 as "backGrossCents",
      count(distinct f.deal_id) filter (where f.without_gross)::int as "withoutGross"
    from (${soldFacts(scope)}) f group by f.on_day order by f.on_day`);
  return [...rows];
}

function totals(days: SoldDay[], { from, to }: Days) {
  const inRange = days.filter(({ date }) => date >= from && date <= to);
  const sum = (key: Exclude<keyof SoldDay, 'date'>) => inRange.reduce((total, each) => total + each[key], 0);
  return {
    units: sum('units'),
    unitsNew: sum('unitsNew'),
    unitsUsed: sum('unitsUsed'),
    deals: sum('deals'),
    frontGrossCents: sum('frontGrossCents'),
    backGrossCents: sum('backGrossCents'),
    withoutGross: sum('withoutGross'),
  };
}

async function figures(tx: Tx, scope: ReportScope) {
  const [opened, appointments, visits, delivered] = await Promise.all([
    readOpened(tx, scope),
    readAppointments(tx, scope),
    readVisits(tx, scope),
    readDelivered(tx, scope),
  ]);
  return {
    ...opened,
    closingRatio: ratio(opened.openedSold, opened.opened),
    appointments,
    showRate: ratio(appointments.shown, appointments.set),
    ...visits,
    beBackRate: ratio(visits.beBacks, visits.visited),
    delivered,
  };
}

async function readOpened(tx: Tx, scope: ReportScope) {
  const [row] = await tx.execute<{ opened: number; sold: number; [channel: string]: number }>(sql`
    select count(*)::int as opened, count(*) filter (where f.sold)::int as sold, ${sql.join(
      channels.map((name) => sql`count(*) filter (where f.channel = ${name})::int as ${sql.identifier(name)}`),
      sql`, `,
    )} from (${openedFacts(scope)}) f`);
  const ups = { internet: 0, phone: 0, showroom: 0, campaign: 0, other: 0 };
  for (const name of channels) ups[name] = row?.[name] ?? 0;
  return { opened: row?.opened ?? 0, openedSold: row?.sold ?? 0, ups };
}

/** Customers with an appointment: how many were due, came, bought, or are still to come. */
export async function readAppointments(tx: Tx, scope: ReportScope) {
  const count = (state: keyof typeof appointmentStates) =>
    sql`count(*) filter (where ${appointmentStates[state]})::int as ${sql.identifier(state)}`;
  type Row = Record<keyof typeof appointmentStates, number>;
  const [row] = await tx.execute<Row>(sql`
    select ${count('set')}, ${count('shown')}, ${count('missed')}, ${count('sold')}, ${count('coming')}
    from (${appointmentFacts(scope)}) f`);
  const { set = 0, shown = 0, missed = 0, sold = 0, coming = 0 } = row ?? {};
  return { set, shown, missed, sold, coming };
}

async function readVisits(tx: Tx, scope: ReportScope) {
  const [row] = await tx.execute<{ visited: number; beBacks: number }>(sql`
    select count(*)::int as visited, count(*) filter (where f.be_back)::int as "beBacks" from (${visitFacts(scope)}) f`);
  return { visited: row?.visited ?? 0, beBacks: row?.beBacks ?? 0 };
}

async function readDelivered(tx: Tx, scope: ReportScope): Promise<number> {
  const [row] = await tx.execute<{ units: number }>(sql`
    select coalesce(sum(f.credit), 0)::float8 / 100 as units from (${soldFacts(scope, 'delivered_on')}) f`);
  return row?.units ?? 0;
}

/** A part of a whole; nothing where there is no whole. */
export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
