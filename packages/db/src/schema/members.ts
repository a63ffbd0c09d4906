import { boolean, foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { archivedAt, createdAt, version, workspaceId } from './columns.ts';
import { workspaces } from './workspaces.ts';

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
    slackTeamId: text('slack_team_id'),
    slackUserId: text('slack_user_id'),
    colorScheme: text('color_scheme', { enum: ['auto', 'light', 'dark'] })
      .notNull()
      .default('auto'),
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
