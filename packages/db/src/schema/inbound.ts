import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, visibleTo, workspaceId } from './columns.ts';

/** One row per delivery from outside, written with its effect: twice delivered, once done. */
export const inbound = pgTable(
  'inbound',
  {
    workspaceId: workspaceId(),
    provider: text('provider').notNull(),
    externalId: text('external_id').notNull(),
    /** What was answered, so that a repeat is answered alike. */
    result: jsonb('result').$type<unknown>(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.provider, t.externalId] })],
);

/** A numbered question to one person; nothing is written until it is answered. */
export const questions = pgTable(
  'questions',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    memberId: uuid('member_id').notNull(),
    door: text('door').notNull(),
    prompt: text('prompt').notNull(),
    options: jsonb('options').$type<{ choice: number; label: string; plan: unknown }[]>().notNull(),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    answeredAt: instant('answered_at'),
    visibleTo: visibleTo(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), index().on(t.workspaceId, t.memberId, t.createdAt)],
);
