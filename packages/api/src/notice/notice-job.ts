import { addJob, type Tx } from '@beback/db';
import type { RowImage } from '@beback/db/schema';
import type { Enqueue } from '../context.ts';
import { causesOf } from './notice.rules.ts';

interface Recorded {
  id: string;
  before: RowImage[];
  after: RowImage[];
  revertsId?: string | null;
}

/** Has the queue work out whom a change concerns, if it may concern anybody; taking a change back is no news. */
export async function noticeJob(tx: Tx, change: Recorded, enqueue?: Enqueue): Promise<void> {
  if (change.revertsId || causesOf(change).length === 0) return;
  const job = { workspaceId: tx.scope.workspaceId, changeId: change.id };
  await (enqueue ? enqueue('notice.consider', job, undefined, tx) : addJob(tx, 'notice.consider', job));
}
