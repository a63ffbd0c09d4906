import { stageTransitions } from '@beback/db/schema';
import { and, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Services } from '../context.ts';

const keptMs = 10 * 60_000;
const lookBackDays = 180;
const kept = new Map<string, { until: number; norms: Promise<Map<string, number>> }>();

/**
 * How many days a deal usually stands in each stage at this store: the median of what its deals did in the last half
 * year, over the whole floor. Kept for ten minutes per process, because it moves slowly and costs a scan.
 */
export function stageNorms(services: Services, workspaceId: string): Promise<Map<string, number>> {
  const now = services.clock.now().getTime();
  const known = kept.get(workspaceId);
  if (known && known.until > now) return known.norms;
  const norms = readNorms(services, workspaceId, now);
  kept.set(workspaceId, { until: now + keptMs, norms });
  norms.catch(() => kept.delete(workspaceId));
  return norms;
}

async function readNorms(services: Services, workspaceId: string, now: number): Promise<Map<string, number>> {
  const since = new Date(now - lookBackDays * 86_400_000).toISOString();
  const scope = { workspaceId, memberId: null, sees: 'floor' as const, readOnly: true };
  const rows = await services.db.tenant(scope, (tx) =>
    tx
      .select({
        stageId: stageTransitions.fromStageId,
        seconds: sql<number>`percentile_cont(0.5) within group (order by ${stageTransitions.secondsInStage})`,
      })
      .from(stageTransitions)
      .where(
        and(
          eq(stageTransitions.workspaceId, workspaceId),
          isNotNull(stageTransitions.fromStageId),
          isNotNull(stageTransitions.secondsInStage),
          gt(stageTransitions.occurredAt, since),
        ),
      )
      .groupBy(stageTransitions.fromStageId),
  );
  return new Map(rows.map((row) => [row.stageId ?? '', Math.round((row.seconds / 86_400) * 10) / 10]));
}
