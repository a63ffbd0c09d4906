import { members } from '@beback/db/schema';
import { TRPCError, type TRPCRouterRecord } from '@trpc/server';
import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { badRequest, notFound } from '../errors.ts';
import { id, page } from '../inputs.ts';
import { takeInvitationShare } from '../invitation/invitation-mail.ts';
import { invitePerson } from '../invitation/invite.ts';
import { fromCursor, toPage } from '../page.ts';
import { retried } from '../retried.ts';
import { managerProcedure, memberProcedure, ownerProcedure, profileProcedure, publicProcedure } from '../trpc.ts';
import { countInHand } from './in-hand.ts';
import { readMe, updateMe } from './me.ts';
import { InviteMember, OneMember, RemoveMember, SetRole, UpdateMe } from './member-input.ts';
import { getMember, toMember } from './members.ts';
import { leaveWorkspace, removeMember } from './removal.ts';
import { handOverOwnership, setMemberRole } from './roles.ts';

export const member = {
  /** Who is signed in, where, and the server's time: what a browser's own clock is corrected by. */
  me: memberProcedure.query(({ ctx }) =>
    ctx.tenant(async (tx) => ({ ...(await readMe(tx, ctx.actor)), now: ctx.services.clock.now().toISOString() })),
  ),

  list: memberProcedure.input(z.object(page).prefault({})).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const after = fromCursor(input.cursor, 2);
      const rows = await tx
        .select()
        .from(members)
        .where(
          and(
            eq(members.workspaceId, tx.scope.workspaceId),
            after
              ? sql`(${members.name}, ${members.id}) > (${String(after[0])}, ${String(after[1])}::uuid)`
              : undefined,
          ),
        )
        .orderBy(asc(members.name), asc(members.id))
        .limit(input.limit + 1);
      return toPage(rows.map(toMember), input.limit, (row) => [row.name, row.memberId]);
    }),
  ),

  updateMe: profileProcedure.input(UpdateMe).mutation(({ ctx, input }) => ctx.tenant((tx) => updateMe(tx, ctx, input))),

  /** Asks somebody to join: managers ask reps, owners anybody. They are a member once they accept, and not before. */
  invite: managerProcedure.input(InviteMember).mutation(async ({ ctx, input }) => {
    await takeInvitationShare(ctx);
    return ctx.tenant((tx) => invitePerson(tx, ctx, input));
  }),

  setRole: managerProcedure.input(SetRole).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { member: changed, changeId } = await setMemberRole(tx, ctx, input);
      return { ...toMember(changed), changeId };
    }),
  ),

  /** What would have to be handed over if somebody left. */
  inHand: managerProcedure.input(OneMember).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      await getMember(tx, input.memberId);
      return countInHand(tx, input.memberId);
    }),
  ),

  /** Ends a membership and hands over what is open. */
  remove: managerProcedure.input(RemoveMember).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { member: removed, changeId } = await removeMember(tx, ctx, input);
      return { ...toMember(removed), changeId };
    }),
  ),

  /** Ends one's own membership; what is still open goes back to the desk. */
  leave: profileProcedure.mutation(({ ctx }) => {
    const { workspaceId, memberId } = ctx.actor;
    // Who hands everything back sees none of it afterwards; what they may touch is worked out by ids, not by sight.
    const scope = { workspaceId, memberId, sees: 'floor' as const };
    return retried(() =>
      ctx.services.db.tenant(scope, async (tx) => {
        const { member: gone, changeId } = await leaveWorkspace(tx, ctx);
        return { ...toMember(gone), changeId };
      }),
    );
  }),

  /** Makes another member the owner; who was it is a manager from then on. */
  handOverOwnership: ownerProcedure.input(OneMember).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { member: heir, changeId } = await handOverOwnership(tx, ctx, input.memberId);
      return { ...toMember(heir), changeId };
    }),
  ),

  /** The workspaces this person belongs to. */
  workspaces: memberProcedure.query(async ({ ctx }) => {
    const items = await ctx.services.db.identity.workspacesOf(ctx.actor.email);
    return { items, nextCursor: null };
  }),

  /** Looks at another of one's workspaces from now on; nothing of either changes, so those who may only look can, too. */
  switchWorkspace: publicProcedure.input(z.object({ workspaceId: id })).mutation(async ({ ctx, input }) => {
    if (!ctx.actor) throw new TRPCError({ code: 'UNAUTHORIZED' });
    const own = await ctx.services.db.identity.workspacesOf(ctx.actor.email);
    if (!own.some((workspace) => workspace.workspaceId === input.workspaceId)) throw notFound('workspace');
    if (!ctx.switchWorkspace)
      throw badRequest('The workspace can be switched only where you are signed in on the web.', 'no_session');
    await ctx.switchWorkspace(input.workspaceId);
    return { workspaceId: input.workspaceId, changeId: null };
  }),
} satisfies TRPCRouterRecord;
