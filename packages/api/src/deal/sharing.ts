import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { id } from '../inputs.ts';
import { managerProcedure, memberProcedure } from '../trpc.ts';
import { claimDeal } from './claim-deal.ts';
import { ShareDeal, UnshareDeal } from './deal-input.ts';
import { shareDeal, unshareDeal } from './share-deal.ts';

/** Whose a deal is, and who else sees it. */
export const sharing = {
  /** Shows a deal to one more rep, or makes a part of it theirs. */
  share: managerProcedure.input(ShareDeal).mutation(({ ctx, input }) => ctx.tenant((tx) => shareDeal(tx, ctx, input))),

  unshare: managerProcedure
    .input(UnshareDeal)
    .mutation(({ ctx, input }) => ctx.tenant((tx) => unshareDeal(tx, ctx, input))),

  /** Takes a deal that nobody has taken. */
  claim: memberProcedure
    .input(z.object({ dealId: id }))
    .mutation(({ ctx, input }) => ctx.tenant((tx) => claimDeal(tx, ctx, input.dealId))),
} satisfies TRPCRouterRecord;
