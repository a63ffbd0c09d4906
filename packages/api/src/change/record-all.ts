import type { Tx } from '@beback/db';
import { changes, counters } from '@beback/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { newId } from '../id.ts';
import { announcement } from '../live/announcement.ts';
import { noticeJob } from '../notice/notice-job.ts';
import type { ChangeDraft } from './record.ts';

/** Whose doing it is and when; the product's own, when nobody is named. */
interface Doing {
  procedure: string;
  at: string;
  memberId?: string;
  keyId?: string | null;
  door?: string;
  address?: string | null;
}

/** Writes many changes as `record` does one: two statements, however many there are. */
export async function recordAll(tx: Tx, doing: Doing, drafts: ChangeDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const { workspaceId } = tx.scope;
  const [counter] = await tx
    .update(counters)
    .set({ value: sql`${counters.value} + ${drafts.length}` })
    .where(and(eq(counters.workspaceId, workspaceId), eq(counters.name, 'change')))
    .returning({ value: counters.value });
  if (!counter) throw new Error('the workspace has no counter for changes');
  const first = counter.value - drafts.length + 1;
  const rows = drafts.map(({ subject, dealId = null, contactId = null, summary, images }, place) => ({
    workspaceId,
    id: newId(),
    seq: first + place,
    memberId: doing.memberId ?? null,
    keyId: doing.keyId ?? null,
    address: doing.address ?? null,
    door: doing.door ?? 'job',
    procedure: doing.procedure,
    subjectType: subject.type,
    subjectId: subject.id,
    dealId,
    contactId,
    summary,
    before: images.map((image) => image.before),
    after: images.map((image) => image.after),
    createdAt: doing.at,
  }));
  const written = await tx.insert(changes).values(rows).returning();
  for (const row of written) {
    tx.announce(announcement(row));
    await noticeJob(tx, row);
  }
}
