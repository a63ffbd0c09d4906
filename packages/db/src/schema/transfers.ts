import { customType, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { RowImage } from './changes.ts';
import { createdAt, instant, version, visibleTo, workspaceId } from './columns.ts';
import { members } from './members.ts';

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

const transfer = () => ({
  workspaceId: workspaceId(),
  id: uuid('id').notNull(),
  memberId: uuid('member_id').notNull(),
  createdAt: createdAt(),
  finishedAt: instant('finished_at'),
  visibleTo: visibleTo(),
  version: version(),
});

export type ImportCounts = {
  created: number;
  updated: number;
  skipped: number;
  refused: number;
  /** Deals opened. */
  deals: number;
  /** Customers a revert left as they are, because somebody has worked on them since. */
  kept: number;
};

/** A file of customers: its bytes until it is done, how its columns are read, how far it has come. */
export const imports = pgTable(
  'imports',
  {
    ...transfer(),
    fileName: text('file_name').notNull(),
    content: bytes('content'),
    mapping: jsonb('mapping').$type<Record<string, number | null>>().notNull(),
    /** How the columns were headed, in their order: the next file headed so is read the same way. */
    headers: text('headers').array(),
    status: text('status', {
      enum: ['previewed', 'running', 'done', 'failed', 'reverting', 'reverted'],
    }).notNull(),
    duplicates: text('duplicates', { enum: ['skip', 'update'] })
      .notNull()
      .default('skip'),
    totalRows: integer('total_rows').notNull().default(0),
    doneRows: integer('done_rows').notNull().default(0),
    counts: jsonb('counts').$type<ImportCounts>().notNull(),
    refused: jsonb('refused').$type<{ line: number; reason: string }[]>().notNull().default([]),
    /** What it filled in or made that does not carry its id: known customers, new companies. A revert goes by it. */
    images: jsonb('images').$type<{ before: RowImage; after: RowImage }[]>(),
    /** Why it failed, in a sentence. */
    failure: text('failure'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [members.workspaceId, members.id] }),
    index().on(t.workspaceId, t.createdAt),
  ],
);

/** What a member took out, ready to download. */
export const exports = pgTable(
  'exports',
  {
    ...transfer(),
    what: text('what', { enum: ['contacts', 'deals', 'everything', 'audit'] }).notNull(),
    format: text('format', { enum: ['csv', 'json'] }).notNull(),
    status: text('status', { enum: ['running', 'done', 'failed'] }).notNull(),
    rows: integer('rows').notNull().default(0),
    content: bytes('content'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.memberId], foreignColumns: [members.workspaceId, members.id] }),
    index().on(t.workspaceId, t.createdAt),
  ],
);
