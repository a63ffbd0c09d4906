import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

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

/** Which dealership an open invitation leads to. The token itself is only in the mail. */
export const invitationDirectory = pgTable(
  'invitation_directory',
  {
    tokenHash: text('token_hash').primaryKey(),
    email: text('email').notNull(),
    workspaceId: uuid('workspace_id').notNull(),
    invitationId: uuid('invitation_id').notNull(),
  },
  (t) => [index().on(t.email), index().on(t.workspaceId, t.invitationId)],
);

/** Which dealership an API key that still works belongs to. */
export const keyDirectory = pgTable(
  'key_directory',
  {
    keyHash: text('key_hash').primaryKey(),
    workspaceId: uuid('workspace_id').notNull(),
    keyId: uuid('key_id').notNull(),
  },
  (t) => [index().on(t.workspaceId, t.keyId)],
);

/** A code that links a phone or a Slack user to a member, once: the member's for a phone, the Slack user's for Slack. */
export const linkDirectory = pgTable('link_directory', {
  codeHash: text('code_hash').primaryKey(),
  kind: text('kind', { enum: ['phone', 'slack'] }).notNull(),
  workspaceId: uuid('workspace_id'),
  memberId: uuid('member_id'),
  teamId: text('team_id'),
  userId: text('user_id'),
  expiresAt: instant('expires_at').notNull(),
});

/** How much of a limit has been taken in the running window, by all processes together. Losing it in a crash does no harm. */
export const rateCounters = pgTable('rate_counters', {
  key: text('key').primaryKey(),
  windowStart: instant('window_start').notNull(),
  taken: integer('taken').notNull(),
});
