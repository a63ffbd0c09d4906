import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { archivedAt, createdAt, instant, version, visibleTo, workspaceId } from './columns.ts';
import { deals } from './deals.ts';
import { members } from './members.ts';

/** A customer in the store, from coming in to going out: a line of the desk log. A deal's second visit is a be-back. */
export const visits = pgTable(
  'visits',
  {
    workspaceId: workspaceId(),
    id: uuid('id').notNull(),
    dealId: uuid('deal_id').notNull(),
    /** The rep who took the up. */
    memberId: uuid('member_id'),
    kind: text('kind', { enum: ['fresh', 'be_back', 'appointment'] }).notNull(),
    appointmentId: uuid('appointment_id'),
    /** The entry in the deal's timeline that this visit is. */
    activityId: uuid('activity_id'),
    arrivedAt: instant('arrived_at').notNull(),
    walkaroundAt: instant('walkaround_at'),
    demoAt: instant('demo_at'),
    writeUpAt: instant('write_up_at'),
    /** The manager it was turned over to. */
    turnoverTo: uuid('turnover_to'),
    turnoverAt: instant('turnover_at'),
    leftAt: instant('left_at'),
    result: text('result', { enum: ['sold', 'be_back', 'no_interest', 'lost'] }),
    note: text('note'),
    version: version(),
    createdAt: createdAt(),
    archivedAt: archivedAt(),
    visibleTo: visibleTo(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.dealId], foreignColumns: [deals.workspaceId, deals.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [members.workspaceId, members.id] }),
    foreignKey({ columns: [t.workspaceId, t.turnoverTo], foreignColumns: [members.workspaceId, members.id] }),
    index().on(t.workspaceId, t.dealId, t.arrivedAt),
    index().on(t.workspaceId, t.arrivedAt),
  ],
);
