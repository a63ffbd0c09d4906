import { invitations } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { desc, sql } from 'drizzle-orm';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { id, page } from '../inputs.ts';
import { fromCursor, toPage } from '../page.ts';
import { managerProcedure, personProcedure, publicProcedure } from '../trpc.ts';
import { acceptInvitation, notValid } from './accept-invitation.ts';
import { hashToken, maskEmail } from './invitation.rules.ts';
import { takeInvitationShare } from './invitation-mail.ts';
import { selectInvitations, toInvitation } from './invitations.ts';
import { resendInvitation, revokeInvitation } from './invite.ts';

const token = z.string().min(1).max(100);
const One = z.object({ invitationId: id });
const Accept = z.union([z.object({ token }), One]);
/** Nobody guesses 256 bits, but nobody has to try that often either. */
const looks = { wanted: 1, most: 60, seconds: 600 };

export const invitation = {
  /** Everybody who was invited, and what came of it; newest first. */
  list: managerProcedure.input(z.object(page).prefault({})).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const after = fromCursor(input.cursor, 2);
      const older = after
        ? sql`(${invitations.createdAt}, ${invitations.id}) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)`
        : undefined;
      const rows = await selectInvitations(tx, older)
        .orderBy(desc(invitations.createdAt), desc(invitations.id))
        .limit(input.limit + 1);
      const now = ctx.services.clock.now();
      const items = rows.map((row) => ({ ...toInvitation(row, now), createdAt: row.invitation.createdAt }));
      return toPage(items, input.limit, (row) => [row.createdAt, row.invitationId]);
    }),
  ),

  /** Sends the mail again, with a new link. */
  resend: managerProcedure.input(One).mutation(async ({ ctx, input }) => {
    await takeInvitationShare(ctx);
    return ctx.tenant((tx) => resendInvitation(tx, ctx, input.invitationId));
  }),

  revoke: managerProcedure
    .input(One)
    .mutation(({ ctx, input }) => ctx.tenant((tx) => revokeInvitation(tx, ctx, input.invitationId))),

  /** What the link in a mail leads to, before anybody is signed in. */
  look: publicProcedure.input(z.object({ token })).query(async ({ ctx, input }) => {
    const { db, clock } = ctx.services;
    const now = clock.now();
    const { granted } = await db.identity.takeShare(`invitation.look:${ctx.address ?? ''}`, looks, now);
    if (granted === 0) throw new AppError('TOO_MANY_REQUESTS', 'That was often. Try again in some minutes.');
    const found = await db.identity.invitationByToken(hashToken(input.token), now);
    if (!found) throw notValid();
    const { workspaceName, invitedBy, role, email, expiresAt } = found;
    return { workspaceName, invitedBy, role, email: maskEmail(email), expiresAt };
  }),

  /** Joins the dealership; where they are signed in on the web, they look at it from then on. */
  accept: personProcedure.input(Accept).mutation(async ({ ctx, input }) => {
    const joined = await acceptInvitation(ctx, input);
    await ctx.switchWorkspace?.(joined.workspaceId);
    return joined;
  }),
} satisfies TRPCRouterRecord;
