import type { Tx } from '@beback/db';
import { changes, counters, type RowImage } from '@beback/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';

export interface OperatorChange {
  procedure: string;
  subject: { type: string; id: string };
  summary: string;
  before: RowImage[];
  after: RowImage[];
  at: string;
}

/** Records what the operator did: like any change, but nobody's of the dealership. Called last in its transaction. */
export async function recordOperator(tx: Tx, change: OperatorChange): Promise<void> {
  const { workspaceId } = tx.scope;
  const counter = and(eq(counters.workspaceId, workspaceId), eq(counters.name, 'change'));
  const [counted] = await tx
    .update(counters)
    .set({ value: sql`${counters.value} + 1` })
    .where(counter)
    .returning();
  const seq = counted?.value ?? 1;
  const { procedure, subject, summary, before, after, at } = change;
  await tx.insert(changes).values({
    workspaceId,
    id: newId(),
    seq,
    door: 'job',
    procedure,
    subjectType: subject.type,
    subjectId: subject.id,
    summary,
    before,
    after,
    createdAt: at,
  });
  tx.announce(JSON.stringify({ workspaceId, seq }));
}
