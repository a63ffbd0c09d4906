import type { RowImage } from '@beback/db/schema';
import { z } from 'zod';

/** What one process tells the others of a committed change: ids, and who may hear of it. Never contents. */
export const Announcement = z.object({
  workspaceId: z.string(),
  seq: z.number(),
  procedure: z.string(),
  door: z.string(),
  memberId: z.string().nullable(),
  dealId: z.string().nullable(),
  contactId: z.string().nullable(),
  subject: z.object({ type: z.string(), id: z.string() }),
  visibleTo: z.array(z.string()),
  /** Who may have lost sight of a deal by this change: they have to hear that it is gone. */
  formerly: z.array(z.string()),
});
export type Announcement = z.infer<typeof Announcement>;

/** Among those who may have lost sight of a deal: any rep at all. */
export const anybody = '*';

type ChangeRow = Omit<Announcement, 'subject' | 'formerly'> & {
  subjectType: string;
  subjectId: string;
  before: RowImage[];
};

/** The fields of a change that others may be told. */
export function toAnnouncement(row: ChangeRow): Announcement {
  const { workspaceId, seq, procedure, door, memberId, dealId, contactId, visibleTo } = row;
  const formerly = row.before.flatMap(viewersBefore);
  const subject = { type: row.subjectType, id: row.subjectId };
  return { workspaceId, seq, procedure, door, memberId, dealId, contactId, visibleTo, formerly, subject };
}

/** Whose a deal was, or with whom it was shared; everybody's, when it was nobody's. */
function viewersBefore({ table, row }: RowImage): string[] {
  if (table === 'dealShares') return typeof row?.memberId === 'string' ? [row.memberId] : [];
  if (table === 'deals' && row?.ownerId === null) return [anybody];
  return typeof row?.ownerId === 'string' ? [row.ownerId] : [];
}

/** NOTIFY carries at most 8,000 bytes; a longer one says only that something happened, and the hub reads it up. */
export function announcement(row: ChangeRow): string {
  const whole = JSON.stringify(toAnnouncement(row));
  return whole.length < 7_500 ? whole : JSON.stringify({ workspaceId: row.workspaceId, seq: row.seq });
}
