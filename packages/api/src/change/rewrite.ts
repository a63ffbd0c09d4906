import type { Tx } from '@beback/db';
import { and, eq } from 'drizzle-orm';
import { stale } from '../errors.ts';
import { type Image, type UndoableTable, undoable, updated } from './images.ts';

type Rewritable = Exclude<UndoableTable, 'workspaces'>;
type RowOf<Name extends Rewritable> = (typeof undoable)[Name]['$inferSelect'];

/** What a row of the table is called in a refusal. */
const nouns: Record<Rewritable, string> = {
  activities: 'entry',
  appointments: 'appointment',
  companies: 'company',
  contacts: 'customer',
  deals: 'deal',
  members: 'member',
  stages: 'stage',
  tasks: 'task',
  trades: 'trade-in',
  vehicles: 'vehicle',
  views: 'view',
  visits: 'visit',
};

/**
 * Changes a row that was read before. Takes the columns to set and, when the caller named one, the version they saw; gives
 * the row and its image, or no image when nothing differs. Throws CONFLICT when somebody else changed it first.
 */
export async function rewrite<Name extends Rewritable>(
  tx: Tx,
  name: Name,
  before: RowOf<Name>,
  set: Partial<RowOf<Name>>,
  seen?: number,
): Promise<{ after: RowOf<Name>; image: Image | null }> {
  if (seen !== undefined && seen !== before.version) throw stale(nouns[name]);
  const given: Record<string, unknown> = Object.fromEntries(
    Object.entries(set).filter(([, value]) => value !== undefined),
  );
  const wanted = updated(name, before, { ...before, ...given });
  if (Object.keys(wanted.after.row ?? {}).length === 0) return { after: before, image: null };
  const table = undoable[name as Rewritable];
  const [after] = (await tx
    .update(table)
    .set({ ...given, version: before.version + 1 })
    .where(and(eq(table.workspaceId, before.workspaceId), eq(table.id, before.id), eq(table.version, before.version)))
    .returning()) as unknown[] as RowOf<Name>[];
  if (!after) throw stale(nouns[name]);
  return { after, image: updated(name, before, after) };
}
