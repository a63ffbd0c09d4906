import type { Tx } from '@beback/db';
import { inbound } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import type { Delivery } from '../context.ts';

/**
 * Runs `fn` the first time a delivery is seen and keeps its answer; a repeat gets that answer and does nothing. The row
 * stands in the same transaction as the effect, so a crash leaves both or neither.
 */
export async function once<T>(
  tx: Tx,
  delivery: Delivery,
  now: Date,
  fn: (tx: Tx) => Promise<T>,
  onRepeat: (first: T) => T = (first) => first,
): Promise<T> {
  const { workspaceId } = tx.scope;
  const key = { workspaceId, ...delivery };
  const inserted = await tx
    .insert(inbound)
    .values({ ...key, createdAt: now.toISOString() })
    .onConflictDoNothing()
    .returning({ id: inbound.externalId });
  const same = and(
    eq(inbound.workspaceId, workspaceId),
    eq(inbound.provider, delivery.provider),
    eq(inbound.externalId, delivery.externalId),
  );
  if (inserted.length === 0) {
    const [row] = await tx.select({ result: inbound.result }).from(inbound).where(same);
    return onRepeat(row?.result as T);
  }
  const result = await fn(tx);
  await tx.update(inbound).set({ result }).where(same);
  return result;
}
