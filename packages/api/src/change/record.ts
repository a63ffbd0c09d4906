import { placeholders, prepared, type Tx } from '@beback/db';
import { changes, counters } from '@beback/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { newId } from '../id.ts';
import { announcement } from '../live/announcement.ts';
import { noticeJob } from '../notice/notice-job.ts';
import type { MemberContext } from '../trpc.ts';
import type { Image } from './images.ts';

/** What a mutation says of itself. */
export interface ChangeDraft {
  subject: { type: string; id: string };
  dealId?: string | null;
  contactId?: string | null;
  /** One plain sentence without the actor: "moved to Write-up from Contacted". */
  summary: string;
  images: Image[];
  revertsId?: string;
}

/** The member, door and procedure a change is recorded for. */
export type Recorder = Pick<MemberContext, 'actor' | 'door' | 'procedure' | 'services' | 'address'>;

/** The same, also for what happens without anybody of the workspace doing it. */
type AnyRecorder = Omit<Recorder, 'actor'> & { actor: { memberId: string | null; keyId: string | null } };

const ofWorkspace = and(eq(counters.workspaceId, sql.placeholder('workspaceId')), eq(counters.name, 'change'));
const takeNumber = prepared((db) =>
  db
    .update(counters)
    .set({ value: sql`${counters.value} + 1` })
    .where(ofWorkspace)
    .prepare('take_change_number'),
);
const insertChange = prepared((db) =>
  db
    .insert(changes)
    .values({ ...placeholders(changes), seq: sql`(select value from ${counters} where ${ofWorkspace})` })
    .returning({ seq: changes.seq, visibleTo: changes.visibleTo })
    .prepare('insert_change'),
);

/**
 * Writes the one record of a mutation, in its transaction, and announces it on commit. Called last: the counter's lock
 * makes the numbers follow the order of commits. Gives the change's id.
 */
export async function record(tx: Tx, by: AnyRecorder, draft: ChangeDraft): Promise<{ changeId: string }> {
  const row = {
    workspaceId: tx.scope.workspaceId,
    id: newId(),
    memberId: by.actor.memberId,
    door: by.door,
    address: by.address ?? null,
    keyId: by.actor.keyId,
    procedure: by.procedure,
    subjectType: draft.subject.type,
    subjectId: draft.subject.id,
    dealId: draft.dealId ?? null,
    contactId: draft.contactId ?? null,
    summary: draft.summary,
    before: draft.images.map((image) => image.before),
    after: draft.images.map((image) => image.after),
    revertsId: draft.revertsId ?? null,
    createdAt: by.services.clock.now().toISOString(),
    visibleTo: [],
  };
  // Sent together: the second reads the number that the first one took.
  const [, [written]] = await Promise.all([takeNumber(tx), insertChange(tx, row)]);
  if (!written) throw new Error('the change was not written');
  tx.announce(announcement({ ...row, seq: written.seq, visibleTo: written.visibleTo }));
  await noticeJob(tx, row, by.services.enqueue);
  return { changeId: row.id };
}
