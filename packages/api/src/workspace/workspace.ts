import type { Tx } from '@beback/db';
import { workspaces } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { updated } from '../change/images.ts';
import { record } from '../change/record.ts';
import { badRequest, notFound, stale } from '../errors.ts';
import { line, version } from '../inputs.ts';
import { isTimeZone } from '../time/day.rules.ts';
import { memberProcedure, ownerProcedure } from '../trpc.ts';
import { listed } from '../wording/change-words.rules.ts';

type WorkspaceRow = typeof workspaces.$inferSelect;

export const UpdateWorkspace = z.object({
  version: version.optional(),
  name: line(100).optional(),
  timeZone: line(60).optional(),
  floorOpen: z.boolean().optional(),
});

export const workspace = {
  get: memberProcedure.query(({ ctx }) => ctx.tenant(async (tx) => toWorkspace(await getWorkspace(tx)))),

  /** The dealership's name, time zone, and whether reps see each other's deals. */
  update: ownerProcedure.input(UpdateWorkspace).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { version: seen, ...set } = input;
      if (set.timeZone && !isTimeZone(set.timeZone))
        throw badRequest(`"${set.timeZone}" is not a time zone.`, 'bad_time_zone', { timeZone: 'is not a time zone' });
      const before = await getWorkspace(tx);
      if (seen !== undefined && seen !== before.version) throw stale('workspace');
      const [after] = await tx
        .update(workspaces)
        .set({ ...set, version: before.version + 1 })
        .where(and(eq(workspaces.workspaceId, before.workspaceId), eq(workspaces.version, before.version)))
        .returning();
      if (!after) throw stale('workspace');
      const { changeId } = await record(tx, ctx, {
        subject: { type: 'workspace', id: after.workspaceId },
        summary: describe(before, after),
        images: [updated('workspaces', { ...before, id: before.workspaceId }, { ...after, id: after.workspaceId })],
      });
      return { ...toWorkspace(after), changeId };
    }),
  ),
} satisfies TRPCRouterRecord;

async function getWorkspace(tx: Tx): Promise<WorkspaceRow> {
  const [row] = await tx.select().from(workspaces).where(eq(workspaces.workspaceId, tx.scope.workspaceId));
  if (!row) throw notFound('workspace');
  return row;
}

function toWorkspace({ createdAt, archivedAt, ...rest }: WorkspaceRow) {
  return rest;
}

function describe(before: WorkspaceRow, after: WorkspaceRow): string {
  const said: string[] = [];
  if (before.name !== after.name) said.push(`renamed the dealership to ${after.name}`);
  if (before.timeZone !== after.timeZone) said.push(`set the time zone to ${after.timeZone}`);
  if (before.floorOpen !== after.floorOpen)
    said.push(
      after.floorOpen ? 'opened the floor: reps see everybody’s deals' : 'closed the floor: reps see their own deals',
    );
  return listed(said) || 'saved the settings unchanged';
}
