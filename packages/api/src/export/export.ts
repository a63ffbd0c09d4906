import { exports } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { id, page } from '../inputs.ts';
import { fromCursor, toPage } from '../page.ts';
import { memberProcedure } from '../trpc.ts';
import { readExportFile, readExports, startExport } from './exports.ts';

const StartExport = z.object({
  what: z.enum(['contacts', 'deals', 'everything']),
  format: z.enum(['csv', 'json']).default('csv'),
});

export const exporting = {
  /** Starts writing a file of what one may see; `export.list` tells when it is ready. */
  start: memberProcedure.input(StartExport).mutation(({ ctx, input }) => {
    const { services, actor, door } = ctx;
    const { workspaceId, memberId } = actor;
    return startExport(services, actor, { ...input, door }, (tx, exportId) =>
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

  /** The file, for who made it. */
  download: memberProcedure.input(z.object({ exportId: id })).query(async ({ ctx, input }) => {
    const { content, ...file } = await readExportFile(ctx.services, ctx.actor, input.exportId);
    return { ...file, contentBase64: content.toString('base64') };
  }),
} satisfies TRPCRouterRecord;
