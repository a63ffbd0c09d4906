import type { Tx } from '@beback/db';
import { invitations, members } from '@beback/db/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Recorder, record } from '../change/record.ts';
import { AppError } from '../errors.ts';
import { newId } from '../id.ts';
import { roleNames } from '../member/member.rules.ts';
import type { InviteMember } from '../member/member-input.ts';
import { mustHandle } from '../member/members.ts';
import { invitationDays, makeToken } from './invitation.rules.ts';
import { mailInvitation } from './invitation-mail.ts';
import { getPending, type InvitationRow, rewriteInvitation, toInvitation } from './invitations.ts';

/**
 * Invites a person by mail; one who is invited already is invited anew, and the former link stops. Throws FORBIDDEN for a
 * role that is not the caller's to give, CONFLICT when they are here already.
 */
export async function invitePerson(tx: Tx, by: Recorder, input: z.infer<typeof InviteMember>) {
  mustHandle(by.actor, input.role);
  // Two who invite the same person at the same moment come one after the other.
  const turn = `${tx.scope.workspaceId}:invitation:${input.email}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  await mustBeNobody(tx, by, input.email);
  const pending = await findPending(tx, input.email);
  if (pending) mustHandle(by.actor, pending.role);
  const { token, set } = sending(by);
  const written = pending
    ? await rewriteInvitation(tx, pending, { ...set, name: input.name, role: input.role })
    : await writeInvitation(tx, { ...set, ...input });
  await mailInvitation(tx, by, written, token);
  return told(tx, by, written, `invited ${written.name} (${written.email}) as ${roleNames[written.role]}`);
}

/** Sends an invitation once more: with a new link, which works for seven days; the former one stops. */
export async function resendInvitation(tx: Tx, by: Recorder, invitationId: string) {
  const before = await getPending(tx, invitationId);
  mustHandle(by.actor, before.role);
  const { token, set } = sending(by);
  const after = await rewriteInvitation(tx, before, set);
  await mailInvitation(tx, by, after, token);
  return told(tx, by, after, `sent ${after.name}’s invitation again`);
}

/** Takes an invitation back: its link stops at once. */
export async function revokeInvitation(tx: Tx, by: Recorder, invitationId: string) {
  const before = await getPending(tx, invitationId);
  mustHandle(by.actor, before.role);
  const after = await rewriteInvitation(tx, before, { revokedAt: by.services.clock.now().toISOString() });
  return told(tx, by, after, `took back ${after.name}’s invitation`);
}

/** What every sending sets: who answers for it, a token of its own, and how long it holds. */
function sending({ actor, services }: Recorder) {
  const now = services.clock.now();
  const { token, tokenHash } = makeToken();
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000).toISOString();
  return { token, set: { memberId: actor.memberId, tokenHash, sentAt: now.toISOString(), expiresAt } };
}

async function mustBeNobody(tx: Tx, by: Recorder, email: string): Promise<void> {
  const [known] = await tx
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, tx.scope.workspaceId), eq(members.email, email)));
  if (known?.active)
    throw new AppError('CONFLICT', `${known.name} (${known.email}) is a member already.`, {
      reason: 'member_exists',
      fields: { email: 'is a member already' },
    });
  if (known) mustHandle(by.actor, known.role);
}

async function findPending(tx: Tx, email: string): Promise<InvitationRow | undefined> {
  const pending = and(
    eq(invitations.workspaceId, tx.scope.workspaceId),
    eq(invitations.email, email),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
  );
  const [row] = await tx.select().from(invitations).where(pending).for('update');
  return row;
}

type NewInvitation = Omit<typeof invitations.$inferInsert, 'workspaceId' | 'id' | 'createdAt'>;

async function writeInvitation(tx: Tx, values: NewInvitation): Promise<InvitationRow> {
  const own = { workspaceId: tx.scope.workspaceId, id: newId(), createdAt: values.sentAt };
  const [row] = await tx
    .insert(invitations)
    .values({ ...values, ...own })
    .returning();
  if (!row) throw new Error('the invitation was not written');
  return row;
}

async function told(tx: Tx, by: Recorder, invitation: InvitationRow, summary: string) {
  const subject = { type: 'invitation', id: invitation.id };
  // Without images: a mail that went out is not taken back by an undo, but by revoking it.
  const { changeId } = await record(tx, by, { subject, summary, images: [] });
  return { ...toInvitation({ invitation, inviterName: by.actor.name }, by.services.clock.now()), changeId };
}
