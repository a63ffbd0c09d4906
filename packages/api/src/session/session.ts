import { TRPCError, type TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import type { Context, Person, Sessions } from '../context.ts';
import { notFound } from '../errors.ts';
import { personProcedure } from '../trpc.ts';
import { recordSession } from './record-session.ts';

export const session = {
  /** Where this person is signed in, last seen first. */
  list: personProcedure.query(async ({ ctx }) => ({
    items: await sessionsOf(ctx).list(ctx.known),
    nextCursor: null,
  })),

  /** Signs this person out there: the next request from there is nobody's. */
  end: personProcedure.input(z.object({ sessionId: z.string().min(1).max(200) })).mutation(async ({ ctx, input }) => {
    if (!(await sessionsOf(ctx).end(ctx.known, input.sessionId))) throw notFound('session');
    await noteEnd(ctx, ctx.known);
    return { sessionId: input.sessionId, changeId: null };
  }),

  /** Signs this person out everywhere but here. */
  endOthers: personProcedure.mutation(async ({ ctx }) => {
    const ended = await sessionsOf(ctx).endOthers(ctx.known);
    if (ended > 0) await noteEnd(ctx, ctx.known);
    return { ended, changeId: null };
  }),
} satisfies TRPCRouterRecord;

function sessionsOf({ sessions }: Context): Sessions {
  if (!sessions) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return sessions;
}

function noteEnd({ services, door, address }: Context, { email }: Person): Promise<void> {
  return recordSession(services, { kind: 'end', email, address, door });
}
