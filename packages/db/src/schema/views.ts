import { boolean, foreignKey, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { archivedAt, createdAt, version, workspaceId } from './columns.ts';
import { members } from './members.ts';

/** A page's filters under a name: one's own, or everybody's. It says what to look for, never what is found. */
export const views = pgTable(
  'views',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    memberId: uuid('member_id').notNull(),
    page: text('page', { enum: ['board', 'deals', 'contacts'] }).notNull(),
    name: text('name').notNull(),
    search: jsonb('search').$type<Record<string, string | number | boolean | null>>().notNull(),
    shared: boolean('shared').notNull().default(false),
    version: version(),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [members.workspaceId, members.id] }),
  ],
);
