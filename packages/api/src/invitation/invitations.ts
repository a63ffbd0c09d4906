import type { Tx } from '@beback/db';
import { invitations, members } from '@beback/db/schema';
import { and, eq, type SQL } from 'drizzle-orm';
import { badRequest, notFound, stale } from '../errors.ts';
import { toMemberRef } from '../member/members.ts';
import { statusOf } from './invitation.rules.ts';

export type InvitationRow = typeof invitations.$inferSelect;

/** Invitations with the name of who sent them; the caller orders and limits. */
export function selectInvitations(tx: Tx, where: SQL | undefined) {
  return tx
    .select({ invitation: invitations, inviterName: members.name })
    .from(invitations)
    .innerJoin(members, and(eq(members.workspaceId, invitations.workspaceId), eq(members.id, invitations.memberId)))
    .where(and(eq(invitations.workspaceId, tx.scope.workspaceId), where))
    .$dynamic();
}

/** An invitation as managers see it; never its token. */
export function toInvitation(row: { invitation: InvitationRow; inviterName: string }, now: Date) {
  const { id: invitationId, email, name, role, memberId, sentAt, expiresAt, version } = row.invitation;
  const invitedBy = toMemberRef({ id: memberId, name: row.inviterName });
  return {
    invitationId,
    email,
    name,
    role,
    invitedBy,
    sentAt,
    expiresAt,
    status: statusOf(row.invitation, now),
    version,
  };
}

/** An invitation that can still be sent again or revoked, locked; throws NOT_FOUND, or BAD_REQUEST when it is over. */
export async function getPending(tx: Tx, invitationId: string): Promise<InvitationRow> {
  const [row] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceId, tx.scope.workspaceId), eq(invitations.id, invitationId)))
    .for('update');
  if (!row) throw notFound('invitation');
  if (row.acceptedAt) throw badRequest(`${row.name} has accepted already.`, 'invitation_closed');
  if (row.revokedAt) throw badRequest('That invitation was revoked. Invite them anew.', 'invitation_closed');
  return row;
}

/** Changes an invitation that was read before; throws CONFLICT when somebody else did first. */
export async function rewriteInvitation(
  tx: Tx,
  before: InvitationRow,
  set: Partial<InvitationRow>,
): Promise<InvitationRow> {
  const [after] = await tx
    .update(invitations)
    .set({ ...set, version: before.version + 1 })
    .where(
      and(
        eq(invitations.workspaceId, before.workspaceId),
        eq(invitations.id, before.id),
        eq(invitations.version, before.version),
      ),
    )
    .returning();
  if (!after) throw stale('invitation');
  return after;
}
