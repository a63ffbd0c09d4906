import type { Tx } from '@beback/db';
import { type ImportCounts, imports, members } from '@beback/db/schema';
import { and, desc, eq, ne, type SQL } from 'drizzle-orm';
import type { Actor } from '../context.ts';
import { forbidden, notFound } from '../errors.ts';

export const noCounts: ImportCounts = { created: 0, updated: 0, skipped: 0, refused: 0, deals: 0, kept: 0 };

/** Everything but the file and the images: what is asked for twice a second must stay small. */
const columns = {
  importId: imports.id,
  memberId: imports.memberId,
  memberName: members.name,
  fileName: imports.fileName,
  status: imports.status,
  duplicates: imports.duplicates,
  totalRows: imports.totalRows,
  doneRows: imports.doneRows,
  counts: imports.counts,
  failure: imports.failure,
  createdAt: imports.createdAt,
  finishedAt: imports.finishedAt,
};

export type ImportRow = Awaited<ReturnType<typeof readImports>>[number];

/** The imports one may see, newest first: one's own; on the floor, everybody's. */
export function readImports(tx: Tx, where: SQL | undefined, limit: number) {
  return tx
    .select(columns)
    .from(imports)
    .innerJoin(members, and(eq(members.workspaceId, imports.workspaceId), eq(members.id, imports.memberId)))
    .where(and(eq(imports.workspaceId, tx.scope.workspaceId), where))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit);
}

/** The import, or NOT_FOUND. */
export async function getImport(tx: Tx, importId: string): Promise<ImportRow> {
  const [row] = await readImports(tx, eq(imports.id, importId), 1);
  if (!row) throw notFound('import');
  return row;
}

/** The refused rows of an import, in the order of the file. */
export async function readRefused(tx: Tx, importId: string): Promise<{ line: number; reason: string }[]> {
  const [row] = await tx.select({ refused: imports.refused }).from(imports).where(thisImport(tx, importId));
  return (row?.refused ?? []).sort((a, b) => a.line - b.line);
}

/** Imports that were begun: an upload that somebody only looked at is nobody's business. */
export const begun: SQL = ne(imports.status, 'previewed');

export function thisImport(tx: Tx, importId: string): SQL | undefined {
  return and(eq(imports.workspaceId, tx.scope.workspaceId), eq(imports.id, importId));
}

/** An import as the web shows it. */
export function toImport(row: ImportRow, refused: { line: number; reason: string }[] = []) {
  const { totalRows, doneRows, duplicates, ...rest } = row;
  return { ...rest, duplicates, progress: { done: doneRows, total: totalRows }, refused };
}

/** Refuses whoever neither ran the import nor runs the floor. */
export function mustOwnOrManage(row: ImportRow, actor: Actor): void {
  if (row.memberId === actor.memberId || actor.role === 'manager' || actor.role === 'owner') return;
  throw forbidden('Only who ran an import, or a manager, can take it back.');
}
