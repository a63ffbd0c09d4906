import type { Tx } from '@beback/db';
import { imports } from '@beback/db/schema';
import { and, eq, lt } from 'drizzle-orm';
import { scopeOf } from '../acting.ts';
import type { Actor, Services } from '../context.ts';
import { badRequest, forbidden, notFound } from '../errors.ts';
import { newId } from '../id.ts';
import { describePreview } from './describe-preview.rules.ts';
import { readEarlierMappings, readHabits } from './habits.ts';
import { mostRefused } from './import-batch.ts';
import type { ImportMapping } from './import-fields.rules.ts';
import { ImportRefused } from './import-refused.ts';
import { noCounts, thisImport } from './imports.ts';
import { findKnownKeys } from './known-contacts.ts';
import type { FilePlan } from './plan-file.rules.ts';
import { planInThread } from './planning.ts';
import { keysOfRow, resolveRows } from './resolve-rows.rules.ts';

/** A new file, or one that was uploaded before and is to be read by another mapping. */
export type PreviewInput = { fileName: string; content: Uint8Array } | { importId: string; mapping: ImportMapping };

const uploadDays = 1;

/**
 * Says what an import of the file would do, and keeps the file for it. Nothing else is written. Throws BAD_REQUEST with
 * the reason when the file cannot be read, FORBIDDEN for who may only look, NOT_FOUND for an upload that is not theirs.
 */
export async function previewImport(services: Services, actor: Actor, input: PreviewInput) {
  if (actor.role === 'read_only') throw forbidden('You can look at everything here, but not import.');
  const { file, options, earlier } = await services.db.tenant(scopeOf(actor, true), async (tx) => {
    const upload = 'importId' in input ? readUpload(tx, actor, input.importId) : input;
    const [found, habits, before] = await Promise.all([upload, readHabits(tx, actor), readEarlierMappings(tx)]);
    return { file: found, options: habits.options, earlier: before };
  });
  const mapping = 'mapping' in input ? input.mapping : null;
  const plan = await planInThread({ ...file, mapping, options, earlier }).catch((error: unknown) => {
    throw error instanceof ImportRefused ? badRequest(error.sentence, error.code) : error;
  });
  mustFit(plan);
  const byLine = new Map(plan.planned.map((row) => [row.line, row]));
  const keys = plan.planned.flatMap((row) => keysOfRow(row, byLine));
  const { importId, known } = await services.db.tenant(scopeOf(actor), async (tx) => ({
    known: await findKnownKeys(tx, keys),
    importId:
      'importId' in input ? await replan(tx, input.importId, plan) : await keep(tx, services, actor, file, plan),
  }));
  return describePreview(importId, file.fileName, plan, resolveRows(plan.planned, byLine, known, newId));
}

async function readUpload(tx: Tx, actor: Actor, importId: string) {
  const [row] = await tx
    .select({ fileName: imports.fileName, content: imports.content, status: imports.status })
    .from(imports)
    .where(and(thisImport(tx, importId), eq(imports.memberId, actor.memberId)));
  if (!row) throw notFound('import');
  if (row.status !== 'previewed')
    throw badRequest('This file was imported already. Upload it again to import it once more.', 'not_previewed');
  if (!row.content) throw badRequest('This upload is too old. Upload the file again.', 'upload_expired');
  return { fileName: row.fileName, content: row.content };
}

function mustFit({ mapping, columns }: FilePlan): void {
  const outside = Object.entries(mapping).find(
    ([, column]) => column !== null && column !== undefined && column >= columns.length,
  );
  if (outside)
    throw badRequest(`There is no column ${Number(outside[1]) + 1} in this file.`, 'no_such_column', {
      [outside[0]]: 'is not a column',
    });
}

async function keep(
  tx: Tx,
  services: Services,
  actor: Actor,
  file: { fileName: string; content: Uint8Array },
  plan: FilePlan,
) {
  const now = services.clock.now();
  const importId = newId();
  const row = {
    workspaceId: tx.scope.workspaceId,
    id: importId,
    memberId: actor.memberId,
    createdAt: now.toISOString(),
  };
  await Promise.all([
    dropOldUploads(tx, now),
    tx.insert(imports).values({
      ...row,
      fileName: file.fileName,
      content: Buffer.from(file.content),
      status: 'previewed',
      ...planned(plan),
    }),
  ]);
  return importId;
}

async function replan(tx: Tx, importId: string, plan: FilePlan): Promise<string> {
  const stillThere = and(thisImport(tx, importId), eq(imports.status, 'previewed'));
  const kept = await tx.update(imports).set(planned(plan)).where(stillThere).returning({ id: imports.id });
  if (kept.length === 0) throw notFound('import');
  return importId;
}

function planned(plan: FilePlan) {
  return {
    mapping: plan.mapping,
    headers: plan.columns.map(({ header }) => header),
    totalRows: plan.planned.length,
    counts: { ...noCounts, refused: plan.refused.length },
    refused: plan.refused.slice(0, mostRefused),
  };
}

/** Files that were only looked at are not kept for long. */
async function dropOldUploads(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - uploadDays * 86_400_000).toISOString();
  await tx
    .update(imports)
    .set({ content: null })
    .where(
      and(
        eq(imports.workspaceId, tx.scope.workspaceId),
        eq(imports.status, 'previewed'),
        lt(imports.createdAt, before),
      ),
    );
}
