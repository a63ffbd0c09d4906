import type { Tx } from '@beback/db';
import { imports } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, sql } from 'drizzle-orm';
import { z } from 'zod';
import { id, line, page } from '../inputs.ts';
import { fromCursor, toPage } from '../page.ts';
import { type MemberContext, memberProcedure } from '../trpc.ts';
import { importFields } from './import-fields.rules.ts';
import { begun, getImport, readImports, readRefused, toImport } from './imports.ts';
import { wakePlanner } from './planning.ts';
import { previewImport } from './preview-import.ts';
import { startRevert } from './revert-import.ts';
import { startImport } from './run-import.ts';

const column = z.int().min(0).max(199).nullable();
const Mapping = z.partialRecord(z.enum(importFields.map(({ field }) => field)), column);

const PreviewImport = z.union([
  z.object({ fileName: line(255), contentBase64: z.string() }),
  z.object({ importId: id, mapping: Mapping }),
]);
const RunImport = z.object({ importId: id, duplicates: z.enum(['skip', 'update']).default('skip') });

export const importing = {
  /** Reads a file, guesses its columns and says what importing it would do; with a mapping, the same once more. */
  preview: memberProcedure.input(PreviewImport).mutation(({ ctx, input }) => {
    const { services, actor } = ctx;
    if ('importId' in input) return previewImport(services, actor, input);
    return previewImport(services, actor, {
      fileName: input.fileName,
      content: Buffer.from(input.contentBase64, 'base64'),
    });
  }),

  /** Starts an import that was previewed; `import.get` tells how far it is. */
  run: memberProcedure.input(RunImport).mutation(async ({ ctx, input }) => {
    const job = (tx: Tx) => enqueue(ctx, tx, 'import.run', input.importId);
    const { importId, status } = await startImport(ctx.services, ctx.actor, input, job);
    return { importId, status };
  }),

  /** One import. Its refused rows come with it once it has ended: while it runs, this is asked twice a second. */
  get: memberProcedure.input(z.object({ importId: id })).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const row = await getImport(tx, input.importId);
      return toImport(row, row.status === 'running' ? [] : await readRefused(tx, row.importId));
    }),
  ),

  /** The imports one may see, newest first, without their refused rows. */
  list: memberProcedure.input(z.object(page).prefault({})).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      if (ctx.door === 'web') wakePlanner();
      const after = fromCursor(input.cursor, 2);
      const older = after
        ? sql`(${imports.createdAt}, ${imports.id}) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)`
        : undefined;
      const rows = await readImports(tx, and(begun, older), input.limit + 1);
      return toPage(
        rows.map((row) => toImport(row)),
        input.limit,
        (row) => [row.createdAt, row.importId],
      );
    }),
  ),

  /** Takes an import back, but for what somebody has worked on since. */
  revert: memberProcedure.input(z.object({ importId: id })).mutation(async ({ ctx, input }) => {
    const job = (tx: Tx) => enqueue(ctx, tx, 'import.revert', input.importId);
    const row = await startRevert(ctx.services, ctx.actor, input.importId, job);
    return { importId: row.importId, status: row.status };
  }),
} satisfies TRPCRouterRecord;

/** The job is added in the transaction that marks its row: neither stands without the other. */
function enqueue(ctx: MemberContext, tx: Tx, task: string, importId: string): Promise<void> {
  const { workspaceId, memberId } = ctx.actor;
  return ctx.services.enqueue(task, { workspaceId, memberId, importId, door: ctx.door }, `${task}:${importId}`, tx);
}
