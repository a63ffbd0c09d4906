import type { Tx } from '@beback/db';
import { stages } from '@beback/db/schema';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { notFound } from '../errors.ts';

export type StageRow = typeof stages.$inferSelect;

/** The pipeline's stages in order. */
export function listStages(tx: Tx): Promise<StageRow[]> {
  return tx
    .select()
    .from(stages)
    .where(and(eq(stages.workspaceId, tx.scope.workspaceId), isNull(stages.archivedAt)))
    .orderBy(asc(stages.position), asc(stages.id));
}

/** The stage with this id out of a list already read; throws NOT_FOUND. */
export function pickStage(all: StageRow[], stageId: string): StageRow {
  const stage = all.find((candidate) => candidate.id === stageId);
  if (!stage) throw notFound('stage');
  return stage;
}

/** Every stage there ever was: histories name archived ones too. */
export function listAllStages(tx: Tx): Promise<StageRow[]> {
  return tx.select().from(stages).where(eq(stages.workspaceId, tx.scope.workspaceId));
}
