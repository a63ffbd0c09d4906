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
  /** Who owned a deal that this change gave to somebody else: they have to hear that it is gone. */
  formerly: z.array(z.string()),
});
export type Announcement = z.infer<typeof Announcement>;

type ChangeRow = Omit<Announcement, 'subject' | 'formerly'> & {
  subjectType: string;
  subjectId: string;
  before: RowImage[];
};

/** The fields of a change that others may be told. */
export function toAnnouncement(row: ChangeRow): Announcement {
  const { workspaceId, seq, procedure, door, memberId, dealId, contactId, visibleTo } = row;
  const formerly = row.before.flatMap((image) => (typeof image.row?.ownerId === 'string' ? [image.row.ownerId] : []));
  const subject = { type: row.subjectType, id: row.subjectId };
  return { workspaceId, seq, procedure, door, memberId, dealId, contactId, visibleTo, formerly, subject };
}

/** NOTIFY carries at most 8,000 bytes; a longer one says only that something happened, and the hub reads it up. */
export function announcement(row: ChangeRow): string {
  const whole = JSON.stringify(toAnnouncement(row));
  return whole.length < 7_500 ? whole : JSON.stringify({ workspaceId: row.workspaceId, seq: row.seq });
}
