import type { Tx } from '@beback/db';
import { changes, type RowImage, stageTransitions } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import { AppError, notFound } from '../errors.ts';
import { newId } from '../id.ts';
import { mayBeUndone, readChanges } from './changes.ts';
import { type Image, type UndoableTable, undoable, updated } from './images.ts';
import { recordPartsOfUndo } from './parts.ts';
import { type Recorder, record } from './record.ts';
import { restoreShare, shareTable } from './share-image.ts';
import { mustStillBeAllowed } from './undo-rights.ts';

type Row = { id: string; version: number } & Record<string, unknown>;

/** Takes back one change of this member's own; see `takeBack`. Throws NOT_FOUND when there is none under that id. */
export async function undoChange(tx: Tx, by: Recorder, changeId: string) {
  const [row] = await readChanges(tx, { where: eq(changes.id, changeId), limit: 1 });
  if (!row) throw notFound('change');
  return takeBack(tx, by, row);
}

/** Takes back the last thing this member did, through whichever door; nothing older is reached by saying it twice. */
export async function undoLatest(tx: Tx, by: Recorder) {
  const [row] = await readChanges(tx, { where: eq(changes.memberId, by.actor.memberId), limit: 1 });
  if (!row) throw new AppError('NOT_FOUND', 'There is nothing of yours to take back.', { reason: 'nothing_to_undo' });
  if (row.reverts) throw alreadyUndone();
  return takeBack(tx, by, row);
}

/**
 * Writes the reversing change: rows that were new are archived, changed columns get their former values. Refused when
 * it is somebody else's, was taken back before, or any of its rows has changed since.
 */
async function takeBack(tx: Tx, by: Recorder, row: Awaited<ReturnType<typeof readChanges>>[number]) {
  const now = by.services.clock.now();
  if (row.memberId !== by.actor.memberId)
    throw new AppError('FORBIDDEN', 'Only who made a change can take it back.', { reason: 'not_yours' });
  if (row.undone) throw alreadyUndone();
  if (!mayBeUndone(row, now))
    throw new AppError('CONFLICT', 'This change can no longer be taken back.', { reason: 'not_undoable' });
  await mustStillBeAllowed(tx, by, row.before);
  const images: Image[] = [];
  for (const [at, before] of [...row.before.entries()].reverse()) {
    const after = row.after[at];
    if (after) images.push(await restore(tx, before, after, now));
  }
  await recordReturn(tx, by, images, now);
  const summary = `took back: ${row.summary}`;
  const subject = { type: row.subjectType, id: row.subjectId };
  const recorded = await record(tx, by, {
    subject,
    dealId: row.dealId,
    contactId: row.contactId,
    summary,
    images,
    revertsId: row.changeId,
  });
  if (row.subjectType === 'bulk') {
    const dealIds = row.after.filter(({ table }) => table === 'deals').map(({ id }) => id);
    await recordPartsOfUndo(tx, by, dealIds, summary);
  }
  return {
    ...recorded,
    summary,
    dealId: row.dealId,
    contactId: row.contactId,
    contactName: row.contactName,
    undone: row.summary,
  };
}

async function restore(tx: Tx, before: RowImage, after: RowImage, now: Date): Promise<Image> {
  if (after.table === shareTable) return (await restoreShare(tx, before, after, now)) ?? changedMeanwhile();
  const name = after.table as UndoableTable;
  const table = undoable[name];
  const idColumn = 'id' in table ? table.id : table.workspaceId;
  const at = and(
    eq(table.workspaceId, tx.scope.workspaceId),
    eq(idColumn, after.id),
    eq(table.version, after.version ?? 0),
  );
  const [current] = (await tx.select().from(table).where(at).for('update')) as Row[];
  if (!current) throw changedSince();
  const set = before.row ?? { archivedAt: now.toISOString() };
  const [restored] = (await tx
    .update(table)
    .set({ ...set, version: current.version + 1 })
    .where(at)
    .returning()) as Row[];
  if (!restored) throw changedSince();
  return updated(name, { ...current, id: after.id }, { ...restored, id: after.id });
}

/** A deal that goes back to its stage leaves a transition like any other move: histories and reports stay whole. */
async function recordReturn(tx: Tx, by: Recorder, images: Image[], now: Date): Promise<void> {
  for (const { before, after } of images) {
    const to = after.row?.stageId;
    const from = before.row?.stageId;
    if (after.table !== 'deals' || typeof to !== 'string' || typeof from !== 'string') continue;
    await tx.insert(stageTransitions).values({
      workspaceId: tx.scope.workspaceId,
      id: newId(),
      dealId: after.id,
      fromStageId: from,
      toStageId: to,
      memberId: by.actor.memberId,
      door: by.door,
      occurredAt: now.toISOString(),
      secondsInStage: null,
    });
  }
}

function changedMeanwhile(): never {
  throw changedSince();
}

function changedSince(): AppError {
  return new AppError('CONFLICT', 'Somebody has changed this since; it was left as it is.', {
    reason: 'changed_since',
  });
}

function alreadyUndone(): AppError {
  return new AppError('CONFLICT', 'That was already taken back.', { reason: 'already_undone' });
}
