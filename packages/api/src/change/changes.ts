import type { Tx } from '@beback/db';
import { changes, contacts, deals, members } from '@beback/db/schema';
import { and, desc, eq, lt, ne, notInArray, type SQL, sql } from 'drizzle-orm';
import { auditOnly } from './audit-only.rules.ts';
import { undoable } from './images.ts';
import { partProcedure } from './parts.rules.ts';
import { shareTable } from './share-image.ts';

type Listed = Awaited<ReturnType<typeof readChanges>>[number];

/** How long after it happened a change can be taken back. */
const undoHours = 24;

const isChange = and(ne(changes.subjectType, auditOnly.subject), notInArray(changes.procedure, auditOnly.procedures));

/** The changes this member may see, newest first, without what only the audit log tells; with who made them and what they were about. */
export function readChanges(tx: Tx, query: { where?: SQL; before?: number; limit: number; parts?: boolean }) {
  const { workspaceId } = tx.scope;
  // Not `exists`: the planner answers that for every change there is, to save itself the fifty that are shown.
  const reverted = sql<boolean>`coalesce((select true from changes r where r.workspace_id = ${changes.workspaceId} and r.reverts_id = ${changes.id}), false)`;
  return tx
    .select({
      changeId: changes.id,
      seq: changes.seq,
      at: changes.createdAt,
      procedure: changes.procedure,
      door: changes.door,
      memberId: changes.memberId,
      memberName: members.name,
      summary: changes.summary,
      dealId: changes.dealId,
      contactId: changes.contactId,
      contactName: contacts.name,
      dealNumber: deals.number,
      subjectType: changes.subjectType,
      subjectId: changes.subjectId,
      before: changes.before,
      after: changes.after,
      reverts: changes.revertsId,
      undone: reverted,
    })
    .from(changes)
    .leftJoin(members, and(eq(members.workspaceId, changes.workspaceId), eq(members.id, changes.memberId)))
    .leftJoin(contacts, and(eq(contacts.workspaceId, changes.workspaceId), eq(contacts.id, changes.contactId)))
    .leftJoin(deals, and(eq(deals.workspaceId, changes.workspaceId), eq(deals.id, changes.dealId)))
    .where(
      and(
        eq(changes.workspaceId, workspaceId),
        query.before ? lt(changes.seq, query.before) : undefined,
        isChange,
        query.parts ? undefined : ne(changes.procedure, partProcedure),
        query.where,
      ),
    )
    .orderBy(desc(changes.seq))
    .limit(query.limit);
}

/** A change as people read it. `stageNames` tells the stages that a move went between. */
export function toWire(row: Listed, stageNames: Map<string, string>, memberId: string, now: Date) {
  const { before, after, subjectType, subjectId, contactName, dealNumber, ...rest } = row;
  const named = (stageId: unknown) =>
    typeof stageId === 'string' ? { stageId, name: stageNames.get(stageId) ?? 'a former stage' } : undefined;
  const moved = (images: typeof before) => named(images.find((image) => image.table === 'deals')?.row?.stageId);
  const label = contactName ?? (dealNumber === null ? subjectType : `#${dealNumber}`);
  return {
    ...rest,
    subject: { type: subjectType, id: subjectId, label },
    fromStage: moved(before),
    toStage: moved(after),
    undoable: row.memberId === memberId && !row.undone && mayBeUndone(row, now),
  };
}

/** Whether a change is of a kind that can be taken back at all; whether it still can is known only when trying. */
export function mayBeUndone(row: { after: Listed['after']; reverts: string | null; at: string }, now: Date): boolean {
  const known =
    row.after.length > 0 && row.after.every((image) => image.table in undoable || image.table === shareTable);
  return known && row.reverts === null && now.getTime() - Date.parse(row.at) < undoHours * 3_600_000;
}
