import type { Tx } from '@beback/db';
import * as schema from '@beback/db/schema';
import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import type { Actor } from '../context.ts';
import type { Piece } from './export-csv.ts';
import { inPages, type Reading } from './export-pages.ts';
import { readEntries } from './export-rows.ts';
import type { ExportWhat } from './exports.ts';

/** The nouns of a JSON export: what a row's id is called, and its table. */
const nouns = {
  members: ['memberId', schema.members],
  stages: ['stageId', schema.stages],
  companies: ['companyId', schema.companies],
  contacts: ['contactId', schema.contacts],
  deals: ['dealId', schema.deals],
  vehicles: ['vehicleId', schema.vehicles],
  trades: ['tradeId', schema.trades],
  activities: ['activityId', schema.activities],
  tasks: ['taskId', schema.tasks],
  appointments: ['appointmentId', schema.appointments],
  stageTransitions: ['stageTransitionId', schema.stageTransitions],
} as const;
type Noun = keyof typeof nouns;

const contents: Record<Exclude<ExportWhat, 'audit'>, readonly Noun[]> = {
  contacts: ['companies', 'contacts'],
  deals: ['stages', 'deals', 'vehicles', 'trades'],
  everything: Object.keys(nouns) as Noun[],
};

/** Ours, not the customer's: keys that say nothing outside, and what triggers keep. */
const left = new Set([
  'workspaceId',
  'id',
  'visibleTo',
  'searchText',
  'importId',
  'version',
  'archivedAt',
  'colorScheme',
]);

/** One object with a list for each noun, piece by piece. */
export async function* jsonPieces(reading: Reading, actor: Actor, what: ExportWhat, at: Date): AsyncGenerator<Piece> {
  const { workspaceName, timeZone, currency } = actor;
  const head = { exportedAt: at.toISOString(), workspace: { name: workspaceName, timeZone, currency } };
  yield { text: JSON.stringify(head).slice(0, -1), rows: 0 };
  if (what === 'audit') {
    const untold = ({ id: _seq, ...entry }: { id: string }) => entry;
    yield* list('audit', inPages(reading, readEntries), untold);
  } else {
    for (const noun of contents[what]) {
      const pages = inPages(reading, (tx, after, limit) => readNoun(tx, noun, after, limit));
      yield* list(noun, pages, (row) => toObject(nouns[noun][0], row));
    }
  }
  yield { text: '}\n', rows: 0 };
}

async function* list<Row>(name: string, pages: AsyncGenerator<Row[]>, told: (row: Row) => object) {
  yield { text: `,\n"${name}":[`, rows: 0 };
  let first = true;
  for await (const rows of pages) {
    const text = rows.map((row) => JSON.stringify(told(row))).join(',\n');
    yield { text: `${first ? '\n' : ',\n'}${text}`, rows: rows.length };
    first = false;
  }
  yield { text: ']', rows: 0 };
}

async function readNoun(tx: Tx, noun: Noun, after: string | null, limit: number): Promise<{ id: string }[]> {
  const table = nouns[noun][1];
  const standing = 'archivedAt' in table ? isNull(table.archivedAt) : undefined;
  return tx
    .select()
    .from(table)
    .where(and(eq(table.workspaceId, tx.scope.workspaceId), after ? gt(table.id, after) : undefined, standing))
    .orderBy(asc(table.id))
    .limit(limit);
}

function toObject(idName: string, row: { id: string }): Record<string, unknown> {
  const told = Object.entries(row).filter(([column]) => !left.has(column));
  return { [idName]: row.id, ...Object.fromEntries(told) };
}
