import type { TRPCRouterRecord } from '@trpc/server';
import { personProcedure } from '../trpc.ts';

export const person = {
  /** Who is signed in, where they belong, and where they are invited; also before they belong anywhere. */
  me: personProcedure.query(async ({ ctx }) => {
    const { email, name, twoFactor } = ctx.known;
    const { identity } = ctx.services.db;
    const [workspaces, invitations] = await Promise.all([
      identity.workspacesOf(email),
      identity.invitationsOf(email, ctx.services.clock.now()),
    ]);
    // Local sign-in asks nobody for a name; a dealership that knows them does.
    const known = name || workspaces.length === 0 ? name : ((await identity.byEmail(email))?.name ?? '');
    return { email, name: known, twoFactor, workspaces, invitations };
  }),
} satisfies TRPCRouterRecord;
