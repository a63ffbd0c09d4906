import type { Tx } from '@beback/db';
import { workspaces } from '@beback/db/schema';
import { eq } from 'drizzle-orm';
import type { Actor, Services } from '../context.ts';
import { type ListedReason, mergeLostReasons } from '../deal/lost-reasons.rules.ts';
import { stageNorms } from '../stage/norms.ts';
import { dayBounds } from '../time/day.rules.ts';
import type { Days } from './report-range.rules.ts';

/** What every figure of one report is counted within. */
export interface ReportScope {
  workspaceId: string;
  timeZone: string;
  now: string;
  days: Days;
  /** The instants at which those days begin and end at the dealership. */
  from: string;
  to: string;
  memberId: string | undefined;
  source: string | undefined;
  reasons: ListedReason[];
  /** Reasons that mean there never was a customer. */
  bad: string[];
  /** The store's usual days in each stage. */
  norms: Map<string, number>;
}

/** What a report has to know before its transaction begins. */
export interface Known {
  actor: Actor;
  now: Date;
  norms: Map<string, number>;
}

/** Reads the store's norms, which have a transaction of their own. */
export async function beforeReport(services: Services, actor: Actor): Promise<Known> {
  return { actor, now: services.clock.now(), norms: await stageNorms(services, actor.workspaceId) };
}

/**
 * Takes the days asked for and whose deals. Somebody who sees only their own deals gets their own figures: a deal they
 * merely look at is no unit of theirs.
 */
export async function readScope(
  tx: Tx,
  { actor, now, norms }: Known,
  days: Days,
  filter: { memberId?: string; source?: string },
): Promise<ReportScope> {
  const { workspaceId } = tx.scope;
  const [workspace] = await tx
    .select({ lostReasons: workspaces.lostReasons })
    .from(workspaces)
    .where(eq(workspaces.workspaceId, workspaceId));
  const reasons = mergeLostReasons(workspace?.lostReasons ?? []);
  return within(
    {
      workspaceId,
      timeZone: actor.timeZone,
      now: now.toISOString(),
      memberId: actor.sees === 'own' ? actor.memberId : filter.memberId,
      source: filter.source,
      reasons,
      bad: reasons.filter(({ bad }) => bad).map(({ key }) => key),
      norms,
    },
    days,
  );
}

/** The same report over other days. */
export function within(scope: Omit<ReportScope, 'days' | 'from' | 'to'>, days: Days): ReportScope {
  const from = dayBounds(days.from, scope.timeZone).from;
  return { ...scope, days, from, to: dayBounds(days.to, scope.timeZone).to };
}
