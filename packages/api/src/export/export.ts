import { exports } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { scopeOf } from '../acting.ts';
import { record } from '../change/record.ts';
import { id, page } from '../inputs.ts';
import { fromCursor, toPage } from '../page.ts';
import { memberProcedure } from '../trpc.ts';
import { exportWords, readExportFile, readExports, startExport } from './exports.ts';

const StartExport = z.object({
  what: z.enum(['contacts', 'deals', 'everything', 'audit']),
  format: z.enum(['csv', 'json']).default('csv'),
});

export const exporting = {
  /** Starts writing a file of what one may see; `export.list` tells when it is ready. */
  start: memberProcedure.input(StartExport).mutation(({ ctx, input }) => {
    const { services, actor, door, address } = ctx;
    const { workspaceId, memberId } = actor;
    return startExport(services, actor, { ...input, door, address }, (tx, exportId) =>
      services.enqueue('export.run', { workspaceId, memberId, exportId, door }, `export.run:${exportId}`, tx),
    );
  }),

  list: memberProcedure.input(z.object(page).prefault({})).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const after = fromCursor(input.cursor, 2);
      const older = after
        ? sql`(${exports.createdAt}, ${exports.id}) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)`
        : undefined;
      const rows = await readExports(tx, ctx.actor, older, input.limit + 1);
      const items = rows.map((row) => ({ ...row, url: `/exports/${row.exportId}` }));
      return toPage(items, input.limit, (row) => [row.createdAt, row.exportId]);
    }),
  ),

  /** The file, for who made it. That it was taken is recorded: what leaves the house is in the audit log. */
  download: memberProcedure.input(z.object({ exportId: id })).query(async ({ ctx, input }) => {
    const { services, actor } = ctx;
    const { content, what, format, ...file } = await readExportFile(services, actor, input.exportId);
    const subject = { type: 'export', id: input.exportId };
    const summary = `downloaded ${exportWords(what, format)}`;
    await services.db.tenant(scopeOf(actor), (tx) => record(tx, ctx, { subject, summary, images: [] }));
    return { ...file, contentBase64: content.toString('base64') };
  }),
} satisfies TRPCRouterRecord;
