import type { RowImage } from '@beback/db/schema';
import * as schema from '@beback/db/schema';

/** The tables whose rows a change may hold and undo may put back. */
export const undoable = {
  activities: schema.activities,
  appointments: schema.appointments,
  companies: schema.companies,
  contacts: schema.contacts,
  deals: schema.deals,
  members: schema.members,
  stages: schema.stages,
  tasks: schema.tasks,
  trades: schema.trades,
  vehicles: schema.vehicles,
  views: schema.views,
  visits: schema.visits,
  workspaces: schema.workspaces,
} as const;

export type UndoableTable = keyof typeof undoable;

/** One row's part in a change: as it was, and as it is now. */
export interface Image {
  before: RowImage;
  after: RowImage;
}

type Row = { id: string; version: number };

/** Never part of an image: keys, counters, and what triggers keep. */
const left = new Set(['workspaceId', 'id', 'version', 'visibleTo', 'searchText']);

/** The image of a new row; taking it back archives it. */
export function inserted(table: UndoableTable, row: Row): Image {
  return {
    before: { table, id: row.id, version: null, row: null },
    after: { table, id: row.id, version: row.version, row: pick(row, Object.keys(row)) },
  };
}

/** The image of a changed row: only the columns that differ. */
export function updated(table: UndoableTable, before: Row, after: Row): Image {
  const columns = Object.keys(after).filter((key) => !same(value(before, key), value(after, key)));
  return {
    before: { table, id: after.id, version: before.version, row: pick(before, columns) },
    after: { table, id: after.id, version: after.version, row: pick(after, columns) },
  };
}

/** Images of which each row has one: what one change does to a row in several steps is taken back in one. */
export function merged(images: Image[]): Image[] {
  const rows = new Map<string, Image>();
  for (const image of images) {
    const key = `${image.after.table}:${image.after.id}`;
    const first = rows.get(key);
    rows.set(key, first ? joined(first, image) : image);
  }
  return [...rows.values()];
}

function joined(first: Image, last: Image): Image {
  return {
    before: { ...first.before, row: first.before.row && { ...last.before.row, ...first.before.row } },
    after: { ...last.after, row: { ...first.after.row, ...last.after.row } },
  };
}

function pick(row: Row, keys: string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => !left.has(key)).map((key) => [key, value(row, key)]));
}

function value(row: object, key: string): unknown {
  return key in row ? row[key as keyof typeof row] : null;
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
