import { prepared, type Tx } from '@beback/db';
import { pipelines, stages } from '@beback/db/schema';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { notFound } from '../errors.ts';

export type StageRow = typeof stages.$inferSelect;

const inOrder = prepared((db) =>
  db
    .select()
    .from(stages)
    .where(and(eq(stages.workspaceId, sql.placeholder('workspaceId')), isNull(stages.archivedAt)))
    .orderBy(asc(stages.position), asc(stages.id))
    .prepare('stages_in_order'),
);

/** The pipeline's stages in order. */
export function listStages(tx: Tx): Promise<StageRow[]> {
  return inOrder(tx);
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

/** The pipeline that deals run through; there is always exactly one default. */
export async function getDefaultPipeline(tx: Tx): Promise<typeof pipelines.$inferSelect> {
  const [pipeline] = await tx
    .select()
    .from(pipelines)
    .where(
      and(eq(pipelines.workspaceId, tx.scope.workspaceId), eq(pipelines.isDefault, true), isNull(pipelines.archivedAt)),
    );
  if (!pipeline) throw new Error('the workspace has no default pipeline');
  return pipeline;
}

/** A stage as it goes over the wire. */
export function toStage({ id, name, kind, position, probability, version }: StageRow) {
  return { stageId: id, name, kind, position, probability, version };
}
