import { sql } from 'drizzle-orm';
import type { Tx } from './tenant.ts';

/** About six hours of trying, with longer and longer pauses. */
export const maxAttempts = 14;

/**
 * Adds a job to the queue in this transaction: it exists if, and only if, the transaction commits. A second job with the
 * same key replaces the first while that one waits.
 */
export async function addJob(tx: Tx, task: string, payload: Record<string, unknown>, key?: string): Promise<void> {
  await tx.execute(sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json,
    max_attempts := ${maxAttempts}, job_key := ${key ?? null})`);
}
