import type { TRPCRouterRecord } from '@trpc/server';
import { memberProcedure, ownerProcedure, personProcedure } from '../trpc.ts';
import { foundWorkspace } from './found-workspace.ts';
import { CreateWorkspace, UpdateWorkspace } from './workspace-input.ts';
import { getWorkspace, toWorkspace, updateWorkspace } from './workspaces.ts';

export const workspace = {
  get: memberProcedure.query(({ ctx }) => ctx.tenant(async (tx) => toWorkspace(await getWorkspace(tx)))),

  /** A new dealership of the person who asks; where they are signed in on the web, they look at it from then on. */
  create: personProcedure.input(CreateWorkspace).mutation(async ({ ctx, input }) => {
    const workspaceId = await foundWorkspace(ctx, input);
    await ctx.switchWorkspace?.(workspaceId);
    return { workspaceId };
  }),

  /** The dealership's settings: its name, where it is, who sees what, and how it works. */
  update: ownerProcedure
    .input(UpdateWorkspace)
    .mutation(({ ctx, input }) => ctx.tenant((tx) => updateWorkspace(tx, ctx, input))),
} satisfies TRPCRouterRecord;
