import type { Tx } from '@beback/db';
import { stages } from '@beback/db/schema';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { type Image, updated } from '../change/images.ts';
import type { StageRow } from './stages.ts';

/** Gives the stages the positions of their order, in one statement; gives the images of those that moved. */
export async function arrange(tx: Tx, ordered: StageRow[]): Promise<Image[]> {
  const moving = ordered.flatMap((stage, position) => (stage.position === position ? [] : [{ stage, position }]));
  if (moving.length === 0) return [];
  const cases = moving.map(({ stage, position }) => sql`when ${stage.id}::uuid then ${position}::int`);
  const ids = moving.map(({ stage }) => stage.id);
  const after = await tx
    .update(stages)
    .set({ position: sql`case ${stages.id} ${sql.join(cases, sql` `)} end`, version: sql`${stages.version} + 1` })
    .where(and(eq(stages.workspaceId, tx.scope.workspaceId), inArray(stages.id, ids)))
    .returning();
  const before = new Map(moving.map(({ stage }) => [stage.id, stage]));
  return after.map((stage) => updated('stages', before.get(stage.id) ?? stage, stage));
}
