import type * as schema from '@beback/db/schema';
import type { RowImage } from '@beback/db/schema';

type New<Table extends { $inferInsert: unknown }> = Table['$inferInsert'];

/** A change before it has its number, which it gets when the whole history is known. */
export type UnnumberedChange = Omit<New<typeof schema.changes>, 'seq'>;

/** Everything the demo puts into one dealership, by table. */
export interface Rows {
  companies: New<typeof schema.companies>[];
  contacts: New<typeof schema.contacts>[];
  deals: New<typeof schema.deals>[];
  dealShares: New<typeof schema.dealShares>[];
  vehicles: New<typeof schema.vehicles>[];
  trades: New<typeof schema.trades>[];
  activities: New<typeof schema.activities>[];
  tasks: New<typeof schema.tasks>[];
  appointments: New<typeof schema.appointments>[];
  visits: New<typeof schema.visits>[];
  stageTransitions: New<typeof schema.stageTransitions>[];
  changes: UnnumberedChange[];
}

export function noRows(): Rows {
  return {
    companies: [],
    contacts: [],
    deals: [],
    dealShares: [],
    vehicles: [],
    trades: [],
    activities: [],
    tasks: [],
    appointments: [],
    visits: [],
    stageTransitions: [],
    changes: [],
  };
}

/** Never part of an image: keys, and what is counted elsewhere. */
const left = new Set(['workspaceId', 'id', 'version', 'number']);

/** What a change says of a row that is new. */
export function newRow(table: string, row: { id: string }): { before: RowImage[]; after: RowImage[] } {
  const { id } = row;
  const kept = Object.entries(row).filter(([name]) => !left.has(name));
  return {
    before: [{ table, id, version: null, row: null }],
    after: [{ table, id, version: 1, row: Object.fromEntries(kept) }],
  };
}
