import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, version, visibleTo, workspaceId } from './columns.ts';
import { members } from './members.ts';

/** A person who was asked to join, until they have, or it is taken back, or it runs out. */
export const invitations = pgTable(
  'invitations',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['owner', 'manager', 'rep', 'read_only'] }).notNull(),
    /** Who invited; they see it beside the floor. */
    memberId: uuid('member_id').notNull(),
    /** SHA-256 of the token in the mail; a new one with every sending. */
    tokenHash: text('token_hash').notNull(),
    sentAt: instant('sent_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    revokedAt: instant('revoked_at'),
    version: version(),
    createdAt: createdAt(),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [members.workspaceId, members.id] }),
    index().on(t.workspaceId, t.email),
  ],
);
