import { boolean, foreignKey, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { archivedAt, createdAt, instant, version, workspaceId } from './columns.ts';
import { workspaces } from './workspaces.ts';

/** How soon a member hears of an event through a channel. */
export type NoticePace = 'at_once' | 'daily' | 'off';
/** Event → channel → pace; what is missing is as the product has it by default. */
export type NoticeSettings = Record<string, Record<string, NoticePace>>;

/** A person's place in one workspace. */
export const members = pgTable(
  'members',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['owner', 'manager', 'rep', 'read_only'] }).notNull(),
    phone: text('phone'),
    /** When the phone was linked or last proved to be the member's: a number that fell silent may belong to somebody else. */
    phoneSeenAt: instant('phone_seen_at'),
    slackTeamId: text('slack_team_id'),
    slackUserId: text('slack_user_id'),
    colorScheme: text('color_scheme', { enum: ['auto', 'light', 'dark'] })
      .notNull()
      .default('auto'),
    notifications: jsonb('notifications').$type<NoticeSettings>().notNull().default({}),
    active: boolean('active').notNull().default(true),
    version: version(),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.workspaceId] }),
  ],
);
