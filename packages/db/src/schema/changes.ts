import { bigint, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, visibleTo, workspaceId } from './columns.ts';

/** One row as it stood before or after a change: the columns that differ, or all of them for a new row. */
export type RowImage = { table: string; id: string; version: number | null; row: Record<string, unknown> | null };

/** The one record of every change: history, audit log, undo and live events are read from it. Append-only. */
export const changes = pgTable(
  'changes',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    /** Gapless and in commit order: what live clients resume from. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    memberId: uuid('member_id'),
    door: text('door').notNull(),
    procedure: text('procedure').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    dealId: uuid('deal_id'),
    contactId: uuid('contact_id'),
    summary: text('summary').notNull(),
    before: jsonb('before').$type<RowImage[]>().notNull(),
    after: jsonb('after').$type<RowImage[]>().notNull(),
    /** The network address it came from; none for jobs and for messages, which come from their vendor's. */
    address: text('address'),
    /** The API key it was made with. */
    keyId: uuid('key_id'),
    /** The change this one takes back; unique, so a change is taken back once. */
    revertsId: uuid('reverts_id'),
    createdAt: createdAt(),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex().on(t.workspaceId, t.seq),
    uniqueIndex().on(t.workspaceId, t.revertsId),
    index().on(t.workspaceId, t.dealId, t.seq),
    index().on(t.workspaceId, t.contactId, t.seq),
    index().on(t.workspaceId, t.memberId, t.seq),
  ],
);
