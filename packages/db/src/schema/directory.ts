import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

// What must be unique or found before a tenant is known. The app role has no rights on these tables:
// the functions of identity.ts are the only way in.

/** Which workspaces an e-mail address belongs to. */
export const personDirectory = pgTable(
  'person_directory',
  {
    email: text('email').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    memberId: uuid('member_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.email, t.workspaceId] })],
);

/** Whose phone a number is, E.164. */
export const phoneDirectory = pgTable(
  'phone_directory',
  {
    phone: text('phone').primaryKey(),
    workspaceId: uuid('workspace_id').notNull(),
    memberId: uuid('member_id').notNull(),
  },
  (t) => [index().on(t.workspaceId, t.memberId)],
);

/** Who a Slack user is. */
export const slackDirectory = pgTable(
  'slack_directory',
  {
    teamId: text('team_id').notNull(),
    userId: text('user_id').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    memberId: uuid('member_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.userId] }), index().on(t.workspaceId, t.memberId)],
);
