import type { Tx } from '@beback/db';
import { members } from '@beback/db/schema';
import { and, eq, ne } from 'drizzle-orm';
import type { Actor } from '../context.ts';
import { listStages, type StageRow } from '../stage/stages.ts';
import type { ImportOptions } from './plan-row.rules.ts';

/** What a file is read by: the dealership's stages, its people, its country and time zone. */
export async function readHabits(tx: Tx, actor: Actor): Promise<{ stages: StageRow[]; options: ImportOptions }> {
  const working = and(
    eq(members.workspaceId, tx.scope.workspaceId),
    eq(members.active, true),
    ne(members.role, 'read_only'),
  );
  const people = tx.select({ memberId: members.id, name: members.name, email: members.email }).from(members);
  const [stages, staff] = await Promise.all([listStages(tx), people.where(working)]);
  const { country, timeZone } = actor;
  const named = stages.map(({ id, name, kind }) => ({ stageId: id, name, kind }));
  return { stages, options: { country, timeZone, members: staff, stages: named } };
}
