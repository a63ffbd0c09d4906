import type { Tx } from '@beback/db';
import { type ImportCounts, imports } from '@beback/db/schema';
import { sql } from 'drizzle-orm';
import { newId } from '../id.ts';
import type { ImportRun } from './import-run.ts';
import { thisImport } from './imports.ts';
import { findKnownKeys } from './known-contacts.ts';
import { keysOfRow, resolveRows } from './resolve-rows.rules.ts';
import { type WritableRow, writeContacts } from './write-contacts.ts';
import { writeDeals } from './write-deals.ts';

const rowsPerBatch = 250;
/** After these, the database is asked to look at its tables once. */
export const firstBatch = 50;
/** More refused rows than this are counted, but not kept. */
export const mostRefused = 5_000;

/**
 * Writes the next rows of an import and, in the same transaction, how far it has come: whoever goes on after a crash,
 * or beside somebody else, begins where the last one ended. Gives the rows done, or null when it is not running.
 */
export async function importBatch(tx: Tx, run: ImportRun): Promise<number | null> {
  const [row] = await tx
    .select({ status: imports.status, done: imports.doneRows, counts: imports.counts })
    .from(imports)
    .where(thisImport(tx, run.importId))
    .for('update');
  if (row?.status !== 'running') return null;
  const rows = run.plan.planned.slice(row.done, row.done + (row.done === 0 ? firstBatch : rowsPerBatch));
  if (rows.length === 0) return row.done;
  const keys = rows.flatMap((planned) => keysOfRow(planned, run.byLine));
  const resolved = resolveRows(rows, run.byLine, await findKnownKeys(tx, keys), newId);
  const refused = resolved.flatMap((one) =>
    one.kind === 'refused' ? [{ line: one.row.line, reason: one.reason }] : [],
  );
  const writable = resolved.filter((one) => one.kind !== 'refused');
  const { names, filledLines, images } = await writeContacts(tx, run, writable);
  const dealLines = await writeDeals(tx, run, writable, names);
  const counts = countRows(row.counts, run, writable, { filledLines, dealLines, refused: refused.length });
  const done = row.done + rows.length;
  await tx
    .update(imports)
    .set({
      doneRows: done,
      counts,
      ...(images.length > 0 ? { images: appended('images', images) } : {}),
      ...(refused.length > 0 && row.counts.refused < mostRefused ? { refused: appended('refused', refused) } : {}),
    })
    .where(thisImport(tx, run.importId));
  return done;
}

function appended(column: 'images' | 'refused', values: readonly unknown[]) {
  return sql`coalesce(${imports[column]}, '[]') || ${JSON.stringify(values)}::jsonb`;
}

function countRows(
  before: ImportCounts,
  { duplicates }: ImportRun,
  rows: readonly WritableRow[],
  written: { filledLines: Set<number>; dealLines: Set<number>; refused: number },
): ImportCounts {
  const created = rows.filter((row) => row.kind === 'new').length;
  const changed = ({ row }: WritableRow) => written.filledLines.has(row.line) || written.dealLines.has(row.line);
  const updated = duplicates === 'skip' ? 0 : rows.filter((row) => row.kind !== 'new' && changed(row)).length;
  return {
    ...before,
    created: before.created + created,
    updated: before.updated + updated,
    skipped: before.skipped + rows.length - created - updated,
    refused: before.refused + written.refused,
    deals: before.deals + written.dealLines.size,
  };
}
