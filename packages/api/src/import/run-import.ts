import { DatabaseUnavailable, type Tx } from '@beback/db';
import { imports } from '@beback/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { scopeOf } from '../acting.ts';
import { record } from '../change/record.ts';
import type { Actor, Door, Services } from '../context.ts';
import { AppError, badRequest, forbidden, notFound, sqlState } from '../errors.ts';
import { retried } from '../retried.ts';
import { readHabits } from './habits.ts';
import { firstBatch, importBatch } from './import-batch.ts';
import type { ImportRun } from './import-run.ts';
import { importSummary, stoppedSummary } from './import-summary.rules.ts';
import { getImport, type ImportRow, thisImport } from './imports.ts';
import { planInThread } from './planning.ts';

export type Duplicates = 'skip' | 'update';
export type OnProgress = (progress: { done: number; total: number }) => void;

const fault =
  'The import stopped because of a fault on our side. What it brought in until then is here, and can be taken back.';

/**
 * Marks a previewed import as running, once; `enqueue` adds its job in the same transaction. Throws NOT_FOUND, or
 * CONFLICT when it was started before.
 */
export async function startImport(
  services: Services,
  actor: Actor,
  input: { importId: string; duplicates: Duplicates },
  enqueue?: (tx: Tx) => Promise<void>,
): Promise<ImportRow> {
  if (actor.role === 'read_only') throw forbidden('You can look at everything here, but not import.');
  return services.db.tenant(scopeOf(actor), async (tx) => {
    const row = await getImport(tx, input.importId);
    if (row.memberId !== actor.memberId) throw notFound('import');
    if (row.status === 'previewed' && row.totalRows === 0) {
      throw badRequest('No row of this file can be imported. Check which column is which.', 'nothing_to_import');
    }
    const once = and(thisImport(tx, input.importId), eq(imports.status, 'previewed'));
    const set = { status: 'running' as const, duplicates: input.duplicates };
    const started = await tx.update(imports).set(set).where(once).returning({ id: imports.id });
    if (started.length === 0)
      throw new AppError('CONFLICT', 'This import was started already.', { reason: 'already_started' });
    await enqueue?.(tx);
    return { ...row, ...set };
  });
}

/**
 * Brings a started import to its end, in batches that each stand on their own: run again after a crash it goes on where
 * it was, run twice it does nothing twice. A fault ends it as failed, with a sentence; throws only
 * NOT_FOUND, and DatabaseUnavailable, after which it can be run again. Gives the import as it then is.
 */
export async function runImport(
  services: Services,
  actor: Actor,
  { importId, door = 'job', onProgress }: { importId: string; door?: Door; onProgress?: OnProgress },
): Promise<ImportRow> {
  const before = await services.db.tenant(scopeOf(actor, true), (tx) => getImport(tx, importId));
  if (before.memberId !== actor.memberId) throw notFound('import');
  try {
    const run = await prepare(services, actor, importId, door);
    if (run) await importAll(services, run, onProgress);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    services.log.error(
      { importId, code: sqlState(error) ?? (error instanceof Error ? error.name : 'unknown') },
      'import failed',
    );
    await end(services, actor, door, importId, fault);
  }
  return services.db.tenant(scopeOf(actor, true), (tx) => getImport(tx, importId));
}

async function prepare(services: Services, actor: Actor, importId: string, door: Door): Promise<ImportRun | null> {
  const found = await services.db.tenant(scopeOf(actor, true), async (tx) => {
    const mine = and(thisImport(tx, importId), eq(imports.memberId, actor.memberId));
    const [[row], habits] = await Promise.all([tx.select().from(imports).where(mine), readHabits(tx, actor)]);
    if (!row) throw notFound('import');
    return { row, habits };
  });
  const { row, habits } = found;
  if (row.status !== 'running') return null;
  if (!row.content) throw new Error('the file of a running import is gone');
  const { fileName, content, mapping, duplicates } = row;
  const plan = await planInThread({ fileName, content, mapping, options: habits.options });
  const byLine = new Map(plan.planned.map((planned) => [planned.line, planned]));
  const now = services.clock.now().toISOString();
  return { importId, actor, door, duplicates, plan, byLine, stages: habits.stages, now };
}

async function importAll(services: Services, run: ImportRun, onProgress?: OnProgress): Promise<void> {
  const total = run.plan.planned.length;
  for (;;) {
    const done = await retried(() => services.db.tenant(scopeOf(run.actor), (tx) => importBatch(tx, run)));
    if (done === null) return;
    onProgress?.({ done, total });
    if (done === firstBatch) await freshenStatistics(services, run.actor);
    if (done >= total) return end(services, run.actor, run.door, run.importId, null);
  }
}

/** Without statistics a bulk write into nearly empty tables slows down with every row; see drizzle/0002_imports.sql. */
async function freshenStatistics(services: Services, actor: Actor): Promise<void> {
  await services.db.tenant(scopeOf(actor), (tx) => tx.execute(sql`select app.freshen_statistics()`));
}

/** Closes the import, drops the file, and writes the one change that says so; only whoever comes first does it. */
async function end(
  services: Services,
  actor: Actor,
  door: Door,
  importId: string,
  failure: string | null,
): Promise<void> {
  await services.db.tenant(scopeOf(actor), async (tx) => {
    const set = { status: failure ? ('failed' as const) : ('done' as const), failure, content: null };
    const finishedAt = services.clock.now().toISOString();
    const running = and(thisImport(tx, importId), eq(imports.status, 'running'));
    const [row] = await tx
      .update(imports)
      .set({ ...set, finishedAt })
      .where(running)
      .returning({ fileName: imports.fileName, counts: imports.counts });
    if (!row) return;
    const { created, updated, deals } = row.counts;
    if (failure && created + updated + deals === 0) return;
    const summary = (failure ? stoppedSummary : importSummary)(row.fileName, row.counts);
    const by = { services, actor, door, procedure: 'import.run' };
    await record(tx, by, { subject: { type: 'import', id: importId }, summary, images: [] });
  });
}
