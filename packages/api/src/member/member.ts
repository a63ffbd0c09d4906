import { members } from '@beback/db/schema';
import { TRPCError, type TRPCRouterRecord } from '@trpc/server';
import { and, asc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import type { Actor } from '../context.ts';
import { badRequest, notFound } from '../errors.ts';
import { id, page } from '../inputs.ts';
import { fromCursor, toPage } from '../page.ts';
import { managerProcedure, memberProcedure, publicProcedure } from '../trpc.ts';
import { changedColumns } from '../wording/change-words.rules.ts';
import { initials } from './member.rules.ts';
import { InviteMember, RemoveMember, SetRole, UpdateMe } from './member-input.ts';
import { getMember, toMember } from './members.ts';
import { inviteMember, removeMember, setMemberRole } from './staff.ts';

export const member = {
  /** Who is signed in, where, and the server's time: what a browser's own clock is corrected by. */
  me: memberProcedure.query(({ ctx }) => ({ ...toMe(ctx.actor), now: ctx.services.clock.now().toISOString() })),

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

  updateMe: memberProcedure.input(UpdateMe).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const before = await getMember(tx, ctx.actor.memberId);
      const { after, image } = await rewrite(tx, 'members', before, input);
      const summary = image
        ? `changed their own ${changedColumns(image, { name: 'name', colorScheme: 'colors' })}`
        : '';
      const subject = { type: 'member', id: after.id };
      const changeId = image && (await record(tx, ctx, { subject, summary, images: [image] })).changeId;
      return { ...toMe({ ...ctx.actor, name: after.name, colorScheme: after.colorScheme }), changeId };
    }),
  ),

  /** Adds somebody to the workspace: managers add reps, owners anybody. */
  invite: managerProcedure.input(InviteMember).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { member: added, changeId } = await inviteMember(tx, ctx, input);
      return { ...toMember(added), changeId };
    }),
  ),

  setRole: managerProcedure.input(SetRole).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { member: changed, changeId } = await setMemberRole(tx, ctx, input);
      return { ...toMember(changed), changeId };
    }),
  ),

  /** Ends a membership and hands over what is open. */
  remove: managerProcedure.input(RemoveMember).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { member: removed, changeId } = await removeMember(tx, ctx, input);
      return { ...toMember(removed), changeId };
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

function toMe(actor: Actor) {
  const {
    memberId,
    name,
    email,
    role,
    phone,
    colorScheme,
    sees,
    workspaceId,
    workspaceName,
    timeZone,
    currency,
    country,
    floorOpen,
    demo,
  } = actor;
  const workspace = { workspaceId, name: workspaceName, timeZone, currency, country, floorOpen, demo };
  return { memberId, name, email, initials: initials(name), role, phone, colorScheme, sees, workspace };
}
