import { bigint, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { archivedAt, createdAt, version, visibleTo, workspaceId } from './columns.ts';
import { deals } from './deals.ts';

const described = () => ({
  year: integer('year'),
  make: text('make'),
  model: text('model'),
  trim: text('trim'),
  color: text('color'),
  vin: text('vin'),
  note: text('note'),
});

const ofDeal = () => ({
  workspaceId: workspaceId(),
  id: uuid('id').notNull(),
  dealId: uuid('deal_id').notNull(),
  version: version(),
  createdAt: createdAt(),
  archivedAt: archivedAt(),
  visibleTo: visibleTo(),
});

/** A vehicle the customer is interested in. */
export const vehicles = pgTable(
  'vehicles',
  {
    ...ofDeal(),
    ...described(),
    condition: text('condition', { enum: ['new', 'used'] }),
    interest: text('interest', { enum: ['buy', 'lease'] })
      .notNull()
      .default('buy'),
    stockNumber: text('stock_number'),
    priceCents: bigint('price_cents', { mode: 'number' }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.dealId], foreignColumns: [deals.workspaceId, deals.id] }),
    index().on(t.workspaceId, t.dealId),
  ],
);

/** The vehicle the customer gives in; equity is allowance − payoff and may be negative. */
export const trades = pgTable(
  'trades',
  {
    ...ofDeal(),
    ...described(),
    odometer: integer('odometer'),
    condition: text('condition'),
    lienholder: text('lienholder'),
    payoffCents: bigint('payoff_cents', { mode: 'number' }),
    acvCents: bigint('acv_cents', { mode: 'number' }),
    allowanceCents: bigint('allowance_cents', { mode: 'number' }),
    status: text('status', { enum: ['requested', 'appraised', 'accepted', 'declined'] })
      .notNull()
      .default('requested'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.dealId], foreignColumns: [deals.workspaceId, deals.id] }),
    index().on(t.workspaceId, t.dealId),
  ],
);
