import { foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, version, visibleTo, workspaceId } from './columns.ts';
import { members } from './members.ts';

/** An API key: acts as a member, within its scope, until it is revoked or runs out. The key itself is shown once and not kept. */
export const apiKeys = pgTable(
  'api_keys',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    /** The first characters, for people to tell keys apart by. */
    prefix: text('prefix').notNull(),
    /** SHA-256 of the key: 256 random bits need no slower one. */
    keyHash: text('key_hash').notNull(),
    scope: text('scope', { enum: ['read', 'write'] }).notNull(),
    /** Who it acts as; they see it beside the floor. */
    memberId: uuid('member_id').notNull(),
    createdBy: uuid('created_by').notNull(),
    expiresAt: instant('expires_at'),
    lastUsedAt: instant('last_used_at'),
    lastUsedFrom: text('last_used_from'),
    revokedAt: instant('revoked_at'),
    version: version(),
    createdAt: createdAt(),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [members.workspaceId, members.id] }),
    foreignKey({ columns: [t.workspaceId, t.createdBy], foreignColumns: [members.workspaceId, members.id] }),
  ],
);
