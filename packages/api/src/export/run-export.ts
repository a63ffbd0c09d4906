import { DatabaseUnavailable } from '@beback/db';
import { exports } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import { scopeOf } from '../acting.ts';
import type { Actor, Services } from '../context.ts';
import { sqlState } from '../errors.ts';
import { csvPieces } from './export-csv.ts';
import { jsonPieces } from './export-json.ts';
import type { Reading } from './export-pages.ts';
import { getExport, mustMayExport, thisExport } from './exports.ts';

/**
 * Writes the file of a started export: what the member may see, and only that. Begins anew after a crash; an export that
 * has ended stays as it is. A fault ends it as failed; throws only DatabaseUnavailable. Gives the export as it then is.
 */
export async function runExport(services: Services, actor: Actor, { exportId }: { exportId: string }) {
  const reading: Reading = (read) => services.db.tenant(scopeOf(actor, true), read);
  const row = await reading((tx) => getExport(tx, actor, exportId));
  if (row.status !== 'running') return row;
  const end = (set: { status: 'done' | 'failed'; rows?: number; content?: Buffer }) =>
    services.db.tenant(scopeOf(actor), async (tx) => {
      const finishedAt = services.clock.now().toISOString();
      const running = and(thisExport(tx, exportId), eq(exports.status, 'running'));
      await tx
        .update(exports)
        .set({ ...set, finishedAt })
        .where(running);
    });
  try {
    const { what, format } = row;
    mustMayExport(actor, what);
    const pieces = format === 'csv' ? csvPieces(reading, what) : jsonPieces(reading, actor, what, services.clock.now());
    const buffers: Buffer[] = [];
    let rows = 0;
    for await (const piece of pieces) {
      buffers.push(Buffer.from(piece.text));
      rows += piece.rows;
    }
    await end({ status: 'done', rows, content: Buffer.concat(buffers) });
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    const code = sqlState(error) ?? (error instanceof Error ? error.name : 'unknown');
    services.log.error({ exportId, code }, 'export failed');
    await end({ status: 'failed' });
  }
  return reading((tx) => getExport(tx, actor, exportId));
}
