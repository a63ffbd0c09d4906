import type { Tx } from '@beback/db';
import { exports } from '@beback/db/schema';
import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import { scopeOf } from '../acting.ts';
import { record } from '../change/record.ts';
import type { Actor, Door, Services } from '../context.ts';
import { AppError, forbidden, notFound } from '../errors.ts';
import { newId } from '../id.ts';
import { dayIn } from '../time/day.rules.ts';

export type ExportWhat = 'contacts' | 'deals' | 'everything' | 'audit';
export type ExportFormat = 'csv' | 'json';

const keptDays = 7;
const names: Record<ExportWhat, string> = {
  contacts: 'customers',
  deals: 'deals',
  everything: 'everything',
  audit: 'audit-log',
};
const types: Record<ExportFormat, string> = { csv: 'text/csv; charset=utf-8', json: 'application/json' };

/** Everything but the file. */
const columns = {
  exportId: exports.id,
  what: exports.what,
  format: exports.format,
  status: exports.status,
  rows: exports.rows,
  createdAt: exports.createdAt,
};

/** A member's own exports, newest first; a manager sees that others exported in the list of changes. */
export function readExports(tx: Tx, actor: Actor, where: SQL | undefined, limit: number) {
  return tx
    .select(columns)
    .from(exports)
    .where(and(eq(exports.workspaceId, tx.scope.workspaceId), eq(exports.memberId, actor.memberId), where))
    .orderBy(desc(exports.createdAt), desc(exports.id))
    .limit(limit);
}

/** The member's own export; throws NOT_FOUND. */
export async function getExport(tx: Tx, actor: Actor, exportId: string) {
  const [row] = await readExports(tx, actor, eq(exports.id, exportId), 1);
  if (!row) throw notFound('export');
  return row;
}

/** The audit log is for those who run the floor, at every step: roles change. Throws FORBIDDEN. */
export function mustMayExport(actor: Actor, what: ExportWhat): void {
  if (what === 'audit' && actor.role !== 'manager' && actor.role !== 'owner')
    throw forbidden('The audit log is for managers and owners.');
}

/** Begins an export and records that it was made; drops the files of old ones. Throws FORBIDDEN for who may only look. */
export async function startExport(
  services: Services,
  actor: Actor,
  input: { what: ExportWhat; format: ExportFormat; door: Door; address?: string },
  enqueue?: (tx: Tx, exportId: string) => Promise<void>,
) {
  if (actor.role === 'read_only') throw forbidden('You can look at everything here, but not export it.');
  const { what, format, door, address } = input;
  mustMayExport(actor, what);
  return services.db.tenant(scopeOf(actor), async (tx) => {
    const now = services.clock.now();
    const row = {
      workspaceId: tx.scope.workspaceId,
      id: newId(),
      memberId: actor.memberId,
      createdAt: now.toISOString(),
    };
    await Promise.all([dropOldFiles(tx, now), tx.insert(exports).values({ ...row, what, format, status: 'running' })]);
    const by = { services, actor, door, address, procedure: 'export.start' };
    const summary = `exported ${exportWords(what, format)}`;
    await record(tx, by, { subject: { type: 'export', id: row.id }, summary, images: [] });
    await enqueue?.(tx, row.id);
    return { exportId: row.id, status: 'running' as const };
  });
}

/** The file of an export, for who made it. Throws NOT_FOUND, or CONFLICT when it is not ready or no longer kept. */
export async function readExportFile(services: Services, actor: Actor, exportId: string) {
  const { row, content } = await services.db.tenant(scopeOf(actor, true), async (tx) => {
    const found = await getExport(tx, actor, exportId);
    const [file] = await tx.select({ content: exports.content }).from(exports).where(thisExport(tx, exportId));
    return { row: found, content: file?.content ?? null };
  });
  mustMayExport(actor, row.what);
  if (row.status === 'running')
    throw new AppError('CONFLICT', 'This export is not ready yet.', { reason: 'export_running' });
  if (row.status === 'failed')
    throw new AppError('CONFLICT', 'This export failed. Start it once more.', { reason: 'export_failed' });
  const tooOld = Date.parse(row.createdAt) < services.clock.now().getTime() - keptDays * 86_400_000;
  if (!content || tooOld) {
    throw new AppError('NOT_FOUND', `Exports are kept for ${keptDays} days. Start it once more.`, {
      reason: 'export_expired',
    });
  }
  const day = dayIn(new Date(row.createdAt), actor.timeZone);
  const { what, format } = row;
  return { fileName: `${names[what]}-${day}.${format}`, contentType: types[format], content, what, format };
}

/** "the audit log as CSV": what an export is called in the record. */
export function exportWords(what: ExportWhat, format: ExportFormat): string {
  return `${what === 'audit' ? 'the audit log' : names[what]} as ${format.toUpperCase()}`;
}

async function dropOldFiles(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000).toISOString();
  const old = and(eq(exports.workspaceId, tx.scope.workspaceId), lt(exports.createdAt, before));
  await tx.update(exports).set({ content: null }).where(old);
}

export function thisExport(tx: Tx, exportId: string): SQL | undefined {
  return and(eq(exports.workspaceId, tx.scope.workspaceId), eq(exports.id, exportId));
}
