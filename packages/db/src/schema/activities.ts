import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { archivedAt, createdAt, instant, version, visibleTo, workspaceId } from './columns.ts';
import { contacts } from './contacts.ts';
import { deals } from './deals.ts';
import { members } from './members.ts';

const hanging = () => ({
  workspaceId: workspaceId(),
  id: uuid('id').notNull(),
  dealId: uuid('deal_id'),
  contactId: uuid('contact_id'),
  memberId: uuid('member_id'),
  version: version(),
  createdAt: createdAt(),
  archivedAt: archivedAt(),
  visibleTo: visibleTo(),
});

/** What happened with a customer: a call, a text, a visit, a note. */
export const activities = pgTable(
  'activities',
  {
    ...hanging(),
    kind: text('kind', { enum: ['call', 'text', 'email', 'visit', 'note', 'appointment', 'demo'] }).notNull(),
    outcome: text('outcome', { enum: ['reached', 'left_message', 'no_answer'] }),
    minutes: integer('minutes'),
    note: text('note'),
    occurredAt: instant('occurred_at').notNull(),
    via: text('via').notNull(),
    beBack: boolean('be_back').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.dealId], foreignColumns: [deals.workspaceId, deals.id] }),
    foreignKey({ columns: [t.workspaceId, t.contactId], foreignColumns: [contacts.workspaceId, contacts.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [members.workspaceId, members.id] }),
    index().on(t.workspaceId, t.dealId, t.occurredAt),
    index().on(t.workspaceId, t.contactId, t.occurredAt),
    index().on(t.workspaceId, t.occurredAt),
  ],
);

/** What somebody has promised to do; `all_day` means the time of day was not said. */
export const tasks = pgTable(
  'tasks',
  {
    ...hanging(),
    title: text('title').notNull(),
    dueAt: instant('due_at'),
    allDay: boolean('all_day').notNull().default(false),
    doneAt: instant('done_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.dealId], foreignColumns: [deals.workspaceId, deals.id] }),
    foreignKey({ columns: [t.workspaceId, t.contactId], foreignColumns: [contacts.workspaceId, contacts.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [members.workspaceId, members.id] }),
    index('tasks_open_by_deal')
      .on(t.workspaceId, t.dealId, t.dueAt)
      .where(sql`done_at is null and archived_at is null`),
    index('tasks_open_by_member')
      .on(t.workspaceId, t.memberId, t.dueAt)
      .where(sql`done_at is null and archived_at is null`),
    index().on(t.workspaceId, t.dealId),
  ],
);

export const appointments = pgTable(
  'appointments',
  {
    ...hanging(),
    kind: text('kind', { enum: ['visit', 'demo', 'delivery'] })
      .notNull()
      .default('visit'),
    startsAt: instant('starts_at').notNull(),
    status: text('status', { enum: ['set', 'confirmed', 'showed', 'no_show', 'cancelled'] })
      .notNull()
      .default('set'),
    note: text('note'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.dealId], foreignColumns: [deals.workspaceId, deals.id] }),
    foreignKey({ columns: [t.workspaceId, t.contactId], foreignColumns: [contacts.workspaceId, contacts.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [members.workspaceId, members.id] }),
    index().on(t.workspaceId, t.startsAt),
    index('appointments_waiting')
      .on(t.workspaceId, t.startsAt)
      .where(sql`status in ('set', 'confirmed') and archived_at is null`),
    index().on(t.workspaceId, t.dealId),
  ],
);
