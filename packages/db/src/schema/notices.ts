import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, visibleTo, workspaceId } from './columns.ts';
import { members } from './members.ts';

/** Something one member is to hear of, through a channel of theirs, at once or with the day's summary. */
export const notices = pgTable(
  'notices',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    memberId: uuid('member_id').notNull(),
    event: text('event').notNull(),
    channel: text('channel', { enum: ['email', 'text', 'slack'] }).notNull(),
    pace: text('pace', { enum: ['at_once', 'daily'] }).notNull(),
    summary: text('summary').notNull(),
    dealId: uuid('deal_id'),
    /** One event tells a member once, however often it is looked at: what it is about, and of which day. */
    cause: text('cause').notNull(),
    createdAt: createdAt(),
    sentAt: instant('sent_at'),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [members.workspaceId, members.id] }),
    index().on(t.workspaceId, t.memberId, t.createdAt),
    index().on(t.workspaceId, t.cause),
  ],
);
