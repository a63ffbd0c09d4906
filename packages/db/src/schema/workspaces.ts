import { bigint, boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { archivedAt, createdAt, version, workspaceId } from './columns.ts';

/** One dealership. Its id is every other table's `workspace_id`. */
export const workspaces = pgTable('workspaces', {
  workspaceId: uuid('workspace_id').primaryKey(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  currency: text('currency').notNull().default('USD'),
  country: text('country').notNull().default('US'),
  /** Reps see everybody's deals. */
  floorOpen: boolean('floor_open').notNull().default(false),
  /** Made by the demo; sign-in codes may be shown on the page. */
  demo: boolean('demo').notNull().default(false),
  version: version(),
  createdAt: createdAt(),
  archivedAt: archivedAt(),
});

/** Gapless numbers per workspace: `deal` for what people type, `change` for the order of commits. */
export const counters = pgTable(
  'counters',
  {
    workspaceId: workspaceId(),
    name: text('name').notNull(),
    value: bigint('value', { mode: 'number' }).notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.name] })],
);
