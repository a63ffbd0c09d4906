import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { archivedAt, createdAt, version, workspaceId } from './columns.ts';

/** Why a deal was lost, as this dealership says it; `bad` ones (spam, wrong number) count in no ratio. */
export type LostReason = { key: string; name: string; bad: boolean; hidden: boolean };

/** One dealership. Its id is every other table's `workspace_id`. */
export const workspaces = pgTable('workspaces', {
  workspaceId: uuid('workspace_id').primaryKey(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  currency: text('currency').notNull().default('USD'),
  country: text('country').notNull().default('US'),
  /** Reps see everybody's deals. */
  floorOpen: boolean('floor_open').notNull().default(false),
  /** Who sees deals that nobody has taken yet, beside the floor. */
  unownedVisible: text('unowned_visible', { enum: ['floor', 'everyone'] })
    .notNull()
    .default('floor'),
  /** Nobody gets in without a second factor. */
  requireTwoFactor: boolean('require_two_factor').notNull().default(false),
  sells: text('sells', { enum: ['new', 'used', 'both'] })
    .notNull()
    .default('both'),
  /** Where customers come from, in the order to offer them; empty means the product's own list. */
  sources: jsonb('sources').$type<string[]>().notNull().default([]),
  /** What differs from the product's own list of reasons. */
  lostReasons: jsonb('lost_reasons').$type<LostReason[]>().notNull().default([]),
  /** Minutes after its time at which an appointment nobody came to counts as missed. */
  noShowMinutes: integer('no_show_minutes').notNull().default(60),
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
