import { sql } from 'drizzle-orm';
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { archivedAt, createdAt, instant, version, visibleTo, workspaceId } from './columns.ts';
import { contacts } from './contacts.ts';
import { members } from './members.ts';
import { pipelines, stages } from './pipelines.ts';

export const deals = pgTable(
  'deals',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    /** What people type: "#104". */
    number: integer('number').notNull(),
    title: text('title').notNull(),
    contactId: uuid('contact_id').notNull(),
    pipelineId: uuid('pipeline_id').notNull(),
    stageId: uuid('stage_id').notNull(),
    ownerId: uuid('owner_id'),
    valueCents: bigint('value_cents', { mode: 'number' }).notNull().default(0),
    currency: text('currency').notNull().default('USD'),
    /** Percent; null means the stage's own. */
    probabilityOverride: integer('probability_override'),
    source: text('source'),
    lostReason: text('lost_reason'),
    lostNote: text('lost_note'),
    soldOn: date('sold_on', { mode: 'string' }),
    deliveredOn: date('delivered_on', { mode: 'string' }),
    closedAt: instant('closed_at'),
    /** What the vehicle earned, and what finance and insurance earned on top. */
    frontGrossCents: bigint('front_gross_cents', { mode: 'number' }),
    backGrossCents: bigint('back_gross_cents', { mode: 'number' }),
    stageSince: instant('stage_since').notNull(),
    importId: uuid('import_id'),
    version: version(),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex().on(t.workspaceId, t.number),
    foreignKey({ columns: [t.workspaceId, t.contactId], foreignColumns: [contacts.workspaceId, contacts.id] }),
    foreignKey({ columns: [t.workspaceId, t.pipelineId], foreignColumns: [pipelines.workspaceId, pipelines.id] }),
    foreignKey({ columns: [t.workspaceId, t.stageId], foreignColumns: [stages.workspaceId, stages.id] }),
    foreignKey({ columns: [t.workspaceId, t.ownerId], foreignColumns: [members.workspaceId, members.id] }),
    index('deals_open')
      .on(t.workspaceId, t.stageId, t.stageSince)
      .where(sql`closed_at is null and archived_at is null`),
    index('deals_closed').on(t.workspaceId, t.closedAt).where(sql`closed_at is not null and archived_at is null`),
    index().on(t.workspaceId, t.createdAt),
    index('deals_sold').on(t.workspaceId, t.soldOn).where(sql`sold_on is not null and archived_at is null`),
    index('deals_delivered')
      .on(t.workspaceId, t.deliveredOn)
      .where(sql`delivered_on is not null and archived_at is null`),
    index().on(t.workspaceId, t.contactId),
    index().on(t.workspaceId, t.ownerId),
    index().on(t.workspaceId, t.importId),
  ],
);

/** A deal shown to, or split with, one more rep than its owner. */
export const dealShares = pgTable(
  'deal_shares',
  {
    workspaceId: workspaceId(),
    dealId: uuid('deal_id').notNull(),
    memberId: uuid('member_id').notNull(),
    /** The part of the unit and its gross that counts as this member's: 0 for a mere look, 50 for half a deal. */
    creditPercent: integer('credit_percent').notNull().default(0),
    createdAt: createdAt(),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.dealId, t.memberId] }),
    foreignKey({ columns: [t.workspaceId, t.dealId], foreignColumns: [deals.workspaceId, deals.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [members.workspaceId, members.id] }),
  ],
);

/** Every move of a deal, in order; what reports and histories count. */
export const stageTransitions = pgTable(
  'stage_transitions',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    dealId: uuid('deal_id').notNull(),
    fromStageId: uuid('from_stage_id'),
    toStageId: uuid('to_stage_id').notNull(),
    memberId: uuid('member_id'),
    door: text('door').notNull(),
    occurredAt: instant('occurred_at').notNull(),
    /** How long the deal stood in the stage it left; what the store's own norms are made of. */
    secondsInStage: integer('seconds_in_stage'),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.dealId], foreignColumns: [deals.workspaceId, deals.id] }),
    index().on(t.workspaceId, t.dealId, t.occurredAt),
    index().on(t.workspaceId, t.fromStageId, t.occurredAt),
  ],
);
