import type { TRPCRouterRecord } from '@trpc/server';
import { publicProcedure } from '../trpc.ts';

export const auth = {
  /** How to sign in here; in the demo, also as whom. */
  config: publicProcedure.query(async ({ ctx }) => {
    const { signIn, db } = ctx.services;
    const people = signIn.demo ? await db.identity.demoPeople() : [];
    return {
      mode: signIn.mode,
      demo: signIn.demo,
      clerkPublishableKey: signIn.clerkPublishableKey ?? null,
      demoPeople: people.map(({ email, name, role, workspaceName }) => ({
        email,
        name,
        role,
        workspace: workspaceName,
      })),
    };
  }),
} satisfies TRPCRouterRecord;
