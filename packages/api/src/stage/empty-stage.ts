import type { Tx } from '@beback/db';
import { deals, stageTransitions } from '@beback/db/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { type Image, updated } from '../change/images.ts';
import type { Recorder } from '../change/record.ts';
import type { DealRow } from '../deal/deals.ts';
import { newId } from '../id.ts';
import type { StageRow } from './stages.ts';

const rowsPerStatement = 1_000;

/** How many deals stand in a stage, open or closed. */
export function countDeals(tx: Tx, stageId: string): Promise<number> {
  return tx.$count(
    deals,
    and(eq(deals.workspaceId, tx.scope.workspaceId), eq(deals.stageId, stageId), isNull(deals.archivedAt)),
  );
}

/** Moves every deal of one stage to another of the same kind, with its transition; gives the images. */
export async function emptyStage(tx: Tx, by: Recorder, from: StageRow, to: StageRow): Promise<Image[]> {
  const { workspaceId } = tx.scope;
  const now = by.services.clock.now();
  const inStage = and(eq(deals.workspaceId, workspaceId), eq(deals.stageId, from.id), isNull(deals.archivedAt));
  const before = await tx.select().from(deals).where(inStage).for('update');
  if (before.length === 0) return [];
  const set = { stageId: to.id, stageSince: now.toISOString(), version: sql`${deals.version} + 1` };
  await tx.update(deals).set(set).where(inStage);
  const transitions = before.map((deal) => ({
    workspaceId,
    id: newId(),
    dealId: deal.id,
    fromStageId: from.id,
    toStageId: to.id,
    memberId: by.actor.memberId,
    door: by.door,
    occurredAt: now.toISOString(),
    secondsInStage: Math.max(0, Math.round((now.getTime() - Date.parse(deal.stageSince)) / 1000)),
  }));
  for (let at = 0; at < transitions.length; at += rowsPerStatement) {
    await tx.insert(stageTransitions).values(transitions.slice(at, at + rowsPerStatement));
  }
  const moved = (deal: DealRow): DealRow => ({
    ...deal,
    stageId: to.id,
    stageSince: now.toISOString(),
    version: deal.version + 1,
  });
  return before.map((deal) => updated('deals', deal, moved(deal)));
}
