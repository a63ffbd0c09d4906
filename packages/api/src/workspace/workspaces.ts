import type { Tx } from '@beback/db';
import { workspaces } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { updated } from '../change/images.ts';
import { type Recorder, record } from '../change/record.ts';
import { badRequest, notFound, stale } from '../errors.ts';
import { describeWorkspace } from './describe-workspace.rules.ts';
import type { UpdateWorkspace } from './workspace-input.ts';

export type WorkspaceRow = typeof workspaces.$inferSelect;

/** The workspace that was entered; throws NOT_FOUND. */
export async function getWorkspace(tx: Tx): Promise<WorkspaceRow> {
  const [row] = await tx.select().from(workspaces).where(eq(workspaces.workspaceId, tx.scope.workspaceId));
  if (!row) throw notFound('workspace');
  return row;
}

/** The workspace as its members read it. */
export function toWorkspace({ createdAt, archivedAt, ...rest }: WorkspaceRow) {
  return rest;
}

/**
 * Changes the dealership's settings and records it. Throws CONFLICT when somebody else did meanwhile, BAD_REQUEST when an
 * owner would shut themselves out.
 */
export async function updateWorkspace(tx: Tx, by: Recorder, input: z.infer<typeof UpdateWorkspace>) {
  const { version: seen, ...set } = input;
  const before = await getWorkspace(tx);
  if (seen !== undefined && seen !== before.version) throw stale('workspace');
  if (set.requireTwoFactor && !before.requireTwoFactor && by.actor.twoFactor !== true) throw lockedOut();
  const [after] = await tx
    .update(workspaces)
    .set({ ...set, version: before.version + 1 })
    .where(and(eq(workspaces.workspaceId, before.workspaceId), eq(workspaces.version, before.version)))
    .returning();
  if (!after) throw stale('workspace');
  const { changeId } = await record(tx, by, {
    subject: { type: 'workspace', id: after.workspaceId },
    summary: describeWorkspace(before, after),
    images: [updated('workspaces', { ...before, id: before.workspaceId }, { ...after, id: after.workspaceId })],
  });
  return { ...toWorkspace(after), changeId };
}

function lockedOut() {
  return badRequest(
    'Set up your own second factor first, in your profile; otherwise this would shut you out.',
    'two_factor_missing',
    { requireTwoFactor: 'needs your own second factor first' },
  );
}
