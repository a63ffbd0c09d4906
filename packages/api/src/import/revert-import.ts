import { DatabaseUnavailable, type Tx } from '@beback/db';
import { changes, imports } from '@beback/db/schema';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { scopeOf } from '../acting.ts';
import { record } from '../change/record.ts';
import type { Actor, Door, Services } from '../context.ts';
import { AppError, forbidden, sqlState } from '../errors.ts';
import { retried } from '../retried.ts';
import { revertSummary } from './import-summary.rules.ts';
import { getImport, type ImportRow, mustOwnOrManage, thisImport } from './imports.ts';
import { archiveCompanies, archiveContacts, archiveDeals } from './revert-batch.ts';
import { emptyAgain, readImages } from './revert-fills.ts';

const fillsPerBatch = 250;
const fault = 'Taking the import back stopped because of a fault on our side. Take it back once more to finish.';

const refusals: Record<Exclude<ImportRow['status'], 'done' | 'failed'>, string> = {
  previewed: 'This file was never imported; there is nothing to take back.',
  running: 'This import is still running. Wait until it is done, then take it back.',
  reverting: 'This import is being taken back already.',
  reverted: 'This import was taken back already.',
};

/**
 * Marks an import as being taken back; `enqueue` adds its job in the same transaction. Throws FORBIDDEN, NOT_FOUND, or
 * CONFLICT with what stands in the way.
 */
export async function startRevert(
  services: Services,
  actor: Actor,
  importId: string,
  enqueue?: (tx: Tx) => Promise<void>,
): Promise<ImportRow> {
  if (actor.role === 'read_only') throw forbidden('You can look at everything here, but not take it back.');
  return services.db.tenant(scopeOf(actor), async (tx) => {
    const row = await getImport(tx, importId);
    mustOwnOrManage(row, actor);
    const set = { status: 'reverting' as const, doneRows: 0, totalRows: row.counts.created + row.counts.deals };
    const takeable = and(thisImport(tx, importId), inArray(imports.status, ['done', 'failed']));
    const started = await tx.update(imports).set(set).where(takeable).returning({ id: imports.id });
    if (started.length > 0) {
      await enqueue?.(tx);
      return { ...row, ...set };
    }
    const { status } = await getImport(tx, importId);
    const sentence = status === 'done' || status === 'failed' ? refusals.reverting : refusals[status];
    throw new AppError('CONFLICT', sentence, { reason: `import_${status}` });
  });
}

/**
 * Takes a started revert to its end: deals and customers of the import that nobody has worked on since are put away,
 * fields it filled in are emptied again, what was changed since stays. Can be run again after a crash, and twice.
 */
export async function revertImport(
  services: Services,
  actor: Actor,
  { importId, door = 'job' }: { importId: string; door?: Door },
): Promise<ImportRow> {
  const row = await services.db.tenant(scopeOf(actor, true), (tx) => getImport(tx, importId));
  mustOwnOrManage(row, actor);
  try {
    if (row.status === 'reverting') await takeBack(services, actor, door, row);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    services.log.error(
      { importId, code: sqlState(error) ?? (error instanceof Error ? error.name : 'unknown') },
      'revert failed',
    );
    const set = { status: 'failed' as const, failure: fault };
    await services.db.tenant(scopeOf(actor), (tx) => tx.update(imports).set(set).where(reverting(tx, importId)));
  }
  return services.db.tenant(scopeOf(actor, true), (tx) => getImport(tx, importId));
}

async function takeBack(
  services: Services,
  actor: Actor,
  door: Door,
  { importId, fileName }: ImportRow,
): Promise<void> {
  const now = services.clock.now().toISOString();
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => retried(() => services.db.tenant(scopeOf(actor), work));
  const { filled, companies } = await inTenant((tx) => readImages(tx, importId));
  await eachBatch(inTenant, importId, (tx) => archiveDeals(tx, importId, now));
  await eachBatch(inTenant, importId, (tx) => archiveContacts(tx, importId, now));
  for (let at = 0; at < filled.length; at += fillsPerBatch) {
    await inTenant((tx) => emptyAgain(tx, filled.slice(at, at + fillsPerBatch)));
  }
  await eachBatch(inTenant, importId, (tx) => archiveCompanies(tx, companies, now));
  await inTenant((tx) => close(tx, { services, actor, door, procedure: 'import.revert' }, importId, fileName));
}

type InTenant = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Repeats a batch until it finds nothing more, counting in the same transaction what it has done. */
async function eachBatch(inTenant: InTenant, importId: string, batch: (tx: Tx) => Promise<number>): Promise<void> {
  for (;;) {
    const done = await inTenant(async (tx) => {
      const count = await batch(tx);
      const counted = sql`least(${imports.doneRows} + ${count}, ${imports.totalRows})`;
      if (count > 0) await tx.update(imports).set({ doneRows: counted }).where(reverting(tx, importId));
      return count;
    });
    if (done === 0) return;
  }
}

/** Writes how it ended and the one change that says so; only whoever comes first does. */
async function close(tx: Tx, by: Parameters<typeof record>[1], importId: string, fileName: string): Promise<void> {
  const left = await countLeft(tx, importId);
  const set = {
    status: 'reverted' as const,
    failure: null,
    images: null,
    finishedAt: by.services.clock.now().toISOString(),
  };
  const [row] = await tx
    .update(imports)
    .set({
      ...set,
      doneRows: sql`${imports.totalRows}`,
      counts: sql`${imports.counts} || ${JSON.stringify({ kept: left.kept })}::jsonb`,
    })
    .where(reverting(tx, importId))
    .returning({ memberId: imports.memberId });
  if (!row) return;
  const run = await findRunChange(tx, importId, row.memberId);
  await record(tx, by, {
    subject: { type: 'import', id: importId },
    summary: revertSummary(fileName, left),
    images: [],
    ...(run ? { revertsId: run } : {}),
  });
}

/** What was put away and what stayed, counted from what stands in the tables: right also after a crash. */
async function countLeft(tx: Tx, importId: string): Promise<{ contacts: number; deals: number; kept: number }> {
  const of = (table: string) => sql`select count(*) filter (where archived_at is not null)::int as gone,
    count(*) filter (where archived_at is null)::int as kept
    from ${sql.identifier(table)} where workspace_id = ${tx.scope.workspaceId} and import_id = ${importId}`;
  type Count = { gone: number; kept: number };
  const [[people], [sales]] = await Promise.all([tx.execute<Count>(of('contacts')), tx.execute<Count>(of('deals'))]);
  return { contacts: people?.gone ?? 0, deals: sales?.gone ?? 0, kept: people?.kept ?? 0 };
}

async function findRunChange(tx: Tx, importId: string, memberId: string): Promise<string | null> {
  const itsRun = and(
    eq(changes.workspaceId, tx.scope.workspaceId),
    eq(changes.memberId, memberId),
    eq(changes.subjectId, importId),
    eq(changes.procedure, 'import.run'),
  );
  const [row] = await tx.select({ id: changes.id }).from(changes).where(itsRun).orderBy(desc(changes.seq)).limit(1);
  return row?.id ?? null;
}

function reverting(tx: Tx, importId: string) {
  return and(thisImport(tx, importId), eq(imports.status, 'reverting'));
}
