import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { id } from '../inputs.ts';
import { managerProcedure, profileProcedure } from '../trpc.ts';
import { showCode } from './link-code.rules.ts';
import { putPhoneCode } from './phones.ts';
import { linkSlackUser, lookAtToken } from './slack-users.ts';
import { unlink } from './unlink.ts';

const Token = z.object({ token: z.string().max(300) });

export const link = {
  /** A code to text to the reps' line from the phone that shall be linked; works once, for ten minutes. */
  phoneCode: profileProcedure.mutation(async ({ ctx }) => {
    const { code, expiresAt } = await putPhoneCode(ctx.services, ctx.actor);
    return { code: showCode(code), number: ctx.services.repLine, expiresAt };
  }),

  /** From now on texts from one's phone are a stranger's. */
  unlinkPhone: profileProcedure.mutation(({ ctx }) => ctx.tenant((tx) => unlink(tx, ctx, ctx.actor.memberId, 'phone'))),

  /** From now on one's Slack user is a stranger. */
  unlinkSlack: profileProcedure.mutation(({ ctx }) => ctx.tenant((tx) => unlink(tx, ctx, ctx.actor.memberId, 'slack'))),

  /** Ends the link of somebody who works for the caller: a lost phone, a shared number. */
  unlink: managerProcedure
    .input(z.object({ memberId: id, what: z.enum(['phone', 'slack']) }))
    .mutation(({ ctx, input }) => ctx.tenant((tx) => unlink(tx, ctx, input.memberId, input.what))),

  /** Which Slack user a one-time link was given to; takes nothing, so that looking at it does no harm. */
  lookSlack: profileProcedure.input(Token).query(({ ctx, input }) => lookAtToken(ctx.services, input.token)),

  /** Says that this Slack user is the caller; the link works once. */
  slack: profileProcedure.input(Token).mutation(({ ctx, input }) => linkSlackUser(ctx, input.token)),
} satisfies TRPCRouterRecord;
