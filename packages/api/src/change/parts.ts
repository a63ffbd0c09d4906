import type { Tx } from '@beback/db';
import { deals } from '@beback/db/schema';
import { and, eq, inArray } from 'drizzle-orm';
import { partProcedure } from './parts.rules.ts';
import type { Recorder } from './record.ts';
import { recordAll } from './record-all.ts';

/** One deal's part of a change about many. */
export interface DealPart {
  dealId: string;
  contactId: string;
  summary: string;
}

/**
 * Writes what stands in each deal's own history when many were changed at once, for those who see that deal. Parts hold
 * nothing to take back: that is the whole's.
 */
export function recordParts(tx: Tx, by: Recorder, parts: DealPart[]): Promise<void> {
  const { actor, door, address, services } = by;
  const { memberId, keyId } = actor;
  const at = services.clock.now().toISOString();
  const drafts = parts.map(({ dealId, ...part }) => ({
    ...part,
    subject: { type: 'deal', id: dealId },
    dealId,
    images: [],
  }));
  return recordAll(tx, { procedure: partProcedure, at, memberId, keyId, door, address }, drafts);
}

/** The same when a change about many deals was taken back; `dealIds` are those it had changed. */
export async function recordPartsOfUndo(tx: Tx, by: Recorder, dealIds: string[], summary: string): Promise<void> {
  const theirs = and(eq(deals.workspaceId, tx.scope.workspaceId), inArray(deals.id, dealIds));
  const rows = await tx.select({ dealId: deals.id, contactId: deals.contactId }).from(deals).where(theirs);
  const parts = rows.map((row) => ({ ...row, summary }));
  await recordParts(tx, by, parts);
}
