import type { Tx } from '@beback/db';
import { deals } from '@beback/db/schema';
import { type SQL, sql } from 'drizzle-orm';
import { day } from '../inputs.ts';
import {
  activityFacts,
  appointmentFacts,
  lostFacts,
  openedFacts,
  openFacts,
  responseFacts,
  visitFacts,
} from './facts.ts';
import { rankOf, reachFacts } from './reach-facts.ts';
import type { CellKind, ReportCell } from './report-input.ts';
import { type Known, type ReportScope, readScope } from './scope.ts';
import { soldFacts } from './sold-facts.ts';

/** The condition under which a row `f` of a kind's facts counts in a number. */
export type Condition = SQL;

const minutes = (from: number, to: number) => sql`f.seconds > ${from * 60} and f.seconds <= ${to * 60}`;

/** How long a lead waited, in steps that do not overlap. */
export const waits = {
  within_5: sql`f.seconds <= 300`,
  within_15: minutes(5, 15),
  within_60: minutes(15, 60),
  within_day: minutes(60, 1_440),
  later: sql`f.seconds > 86400`,
  none: sql`f.seconds is null`,
} satisfies Record<string, Condition>;

/** How long an open deal stands, against what is usual in its stage. */
export const ages = {
  within: sql`(f.norm is null or f.age <= f.norm)`,
  beyond: sql`f.age > f.norm and f.age <= 2 * f.norm`,
  long: sql`f.age > 2 * f.norm`,
} satisfies Record<string, Condition>;

export const appointmentStates = {
  set: sql`f.due`,
  shown: sql`f.shown`,
  missed: sql`f.due and not f.shown`,
  sold: sql`f.sold`,
  coming: sql`not f.due`,
} satisfies Record<string, Condition>;

export const channels = ['internet', 'phone', 'showroom', 'campaign', 'other'] as const;

const soldAs: Record<string, Condition> = {
  new: sql`f.condition = 'new'`,
  used: sql`f.condition = 'used'`,
  unknown: sql`f.condition is null`,
  no_gross: sql`f.without_gross`,
};

/** How far a deal came, at a stage of the funnel. */
export const steps = {
  reached: (rank: SQL) => sql`f.rank >= ${rank}`,
  converted: (rank: SQL) => sql`f.rank > ${rank}`,
  lost: (rank: SQL) => sql`f.rank = ${rank} and f.lost`,
  open: (rank: SQL) => sql`f.rank = ${rank} and not f.lost`,
};

const factsOf: Record<CellKind, (scope: ReportScope) => SQL> = {
  opened: openedFacts,
  stage: (scope) => reachFacts(scope),
  sold: (scope) => soldFacts(scope),
  delivered: (scope) => soldFacts(scope, 'delivered_on'),
  appointments: appointmentFacts,
  visits: visitFacts,
  response: responseFacts,
  activity: activityFacts,
  lost: lostFacts,
  open: openFacts,
};

/** Exactly the deals behind one number of a report, as a condition on `deals`; nobody's when the number is none of ours. */
export async function behindCell(tx: Tx, known: Known, cell: ReportCell): Promise<SQL> {
  const scope = await readScope(tx, known, { from: cell.from, to: cell.to }, cell);
  const where = cell.key === 'all' ? sql`true` : conditionOf(scope, cell.kind, cell.key);
  // As an array, so that the facts are worked out once, whatever the planner thinks of the rest.
  return sql`${deals.id} = any (array(select f.deal_id from (${factsOf[cell.kind](scope)}) f where ${where ?? sql`false`}))`;
}

function conditionOf(scope: ReportScope, kind: CellKind, key: string): Condition | undefined {
  switch (kind) {
    case 'opened':
      return oneOf(key, { sold: sql`f.sold`, unsold: sql`not f.sold` }) ?? listed(key, channels, sql`f.channel`);
    case 'sold':
    case 'delivered':
      return oneOf(key, soldAs) ?? (isDay(key) ? sql`f.on_day = ${key}` : undefined);
    case 'appointments':
      return oneOf(key, appointmentStates);
    case 'visits':
      return oneOf(key, { be_back: sql`f.be_back` });
    case 'response':
      return oneOf(key, waits);
    case 'activity':
      return activityCondition(key);
    case 'lost':
      return key === 'real' ? lostForReal(scope) : sql`f.reason = ${key}`;
    case 'stage':
      return stageCondition(scope, key);
    case 'open':
      return openCondition(key);
  }
}

/** Reasons that count: not the ones that mean there never was a customer. */
export function lostForReal({ bad }: ReportScope): Condition {
  return bad.length > 0 ? sql`f.reason not in ${bad}` : sql`true`;
}

function activityCondition(key: string): Condition | undefined {
  if (/^([01]?\d|2[0-3])$/.test(key)) return sql`f.hour = ${Number(key)}`;
  return /^[a-z]{1,20}$/.test(key) ? sql`f.kind = ${key}` : undefined;
}

function stageCondition(scope: ReportScope, key: string): Condition | undefined {
  const { stageId, rest } = split(key);
  const step = Object.entries(steps).find(([name]) => name === rest)?.[1];
  return stageId ? step?.(rankOf(scope, stageId)) : undefined;
}

function openCondition(key: string): Condition | undefined {
  const { stageId, rest } = split(key);
  if (!stageId) return oneOf(key, ages);
  const inStage = sql`f.stage_id = ${stageId}::uuid`;
  if (!rest) return inStage;
  const age = oneOf(rest, ages);
  return age && sql`${inStage} and ${age}`;
}

/** "<stage>.<step>", or the stage alone. */
function split(key: string): { stageId?: string; rest?: string } {
  const [, stageId, rest] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.([a-z]+))?$/i.exec(key) ?? [];
  return { stageId, rest };
}

function oneOf(key: string, known: Record<string, Condition>): Condition | undefined {
  return Object.hasOwn(known, key) ? known[key] : undefined;
}

function listed(key: string, known: readonly string[], column: SQL): Condition | undefined {
  return known.includes(key) ? sql`${column} = ${key}` : undefined;
}

function isDay(key: string): boolean {
  return day.safeParse(key).success;
}
