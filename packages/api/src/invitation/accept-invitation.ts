import type { OpenInvitation, Tx } from '@beback/db';
import { invitations, members } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import { actorOf } from '../acting.ts';
import { record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import type { Context, Person } from '../context.ts';
import { AppError } from '../errors.ts';
import { newId } from '../id.ts';
import { mayHandle, roleNames } from '../member/member.rules.ts';
import { getMember, type MemberRow } from '../member/members.ts';
import { retried } from '../retried.ts';
import { getWorkspace } from '../workspace/workspaces.ts';
import { hashToken, maskEmail, statusOf } from './invitation.rules.ts';
import { type InvitationRow, rewriteInvitation } from './invitations.ts';

type Accepting = Pick<Context, 'services' | 'door' | 'address'> & { known: Person };
/** By the mail's link, or as one of those that wait for one's own address. */
export type Accepted = { token: string } | { invitationId: string };

export interface Joined {
  workspaceId: string;
  memberId: string;
  /** They belonged there already; nothing changed but the invitation. */
  alreadyMember: boolean;
}

export const notValid = () =>
  new AppError('NOT_FOUND', 'This invitation is not valid any more.', { reason: 'invitation_gone' });

/**
 * Makes the person who accepts a member, or a former member one again. Throws NOT_FOUND when the invitation is over, and
 * FORBIDDEN when it is somebody else's. Two who accept at once find one place taken once.
 */
export async function acceptInvitation(by: Accepting, input: Accepted): Promise<Joined> {
  const { db, clock } = by.services;
  const found = await findOpen(by, input);
  if (!found) throw notValid();
  if (found.email !== by.known.email.toLowerCase()) throw otherAddress(found.email);
  const scope = { workspaceId: found.workspaceId, memberId: null, sees: 'floor' as const };
  return retried(() => db.tenant(scope, (tx) => join(tx, by, found.invitationId, clock.now())), 2);
}

async function findOpen({ services, known }: Accepting, input: Accepted): Promise<OpenInvitation | null> {
  const { identity } = services.db;
  const now = services.clock.now();
  if ('token' in input) return identity.invitationByToken(hashToken(input.token), now);
  const mine = await identity.invitationsOf(known.email, now);
  return mine.find(({ invitationId }) => invitationId === input.invitationId) ?? null;
}

async function join(tx: Tx, by: Accepting, invitationId: string, now: Date): Promise<Joined> {
  const { workspaceId } = tx.scope;
  const [invitation] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, invitationId)))
    .for('update');
  if (!invitation) throw notValid();
  const [known] = await tx
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.email, invitation.email)));
  const status = statusOf(invitation, now);
  if (known?.active && (status === 'open' || status === 'accepted')) {
    if (status === 'open') await rewriteInvitation(tx, invitation, { acceptedAt: now.toISOString() });
    return { workspaceId, memberId: known.id, alreadyMember: true };
  }
  if (status !== 'open') throw notValid();
  await mustStillBeGiven(tx, invitation);
  const member = known ? await comeBack(tx, known, invitation) : await comeNew(tx, invitation, now);
  await rewriteInvitation(tx, invitation, { acceptedAt: now.toISOString() });
  const actor = actorOf(member, await getWorkspace(tx));
  const subject = { type: 'member', id: member.id };
  const summary = `joined as ${roleNames[member.role]}`;
  await record(tx, { ...by, actor, procedure: 'invitation.accept' }, { subject, summary, images: [] });
  return { workspaceId, memberId: member.id, alreadyMember: false };
}

/** Whoever has lost the right to give a role gives it through no invitation either. */
async function mustStillBeGiven(tx: Tx, invitation: InvitationRow): Promise<void> {
  const inviter = await getMember(tx, invitation.memberId);
  if (!inviter.active || !mayHandle(inviter.role, invitation.role))
    throw new AppError(
      'FORBIDDEN',
      'Whoever invited you cannot do so any more. Ask the dealership for a new invitation.',
      {
        reason: 'inviter_gone',
      },
    );
}

async function comeNew(tx: Tx, { email, name, role }: InvitationRow, now: Date): Promise<MemberRow> {
  const own = { workspaceId: tx.scope.workspaceId, id: newId(), createdAt: now.toISOString() };
  const [member] = await tx
    .insert(members)
    .values({ ...own, email, name, role })
    .returning();
  if (!member) throw new Error('the member was not written');
  return member;
}

/** The same member as before, with what they did; a phone and a Slack user are linked anew, for they may be others' by now. */
async function comeBack(tx: Tx, known: MemberRow, { name, role }: InvitationRow): Promise<MemberRow> {
  const unlinked = { phone: null, phoneSeenAt: null, slackTeamId: null, slackUserId: null };
  return (await rewrite(tx, 'members', known, { ...unlinked, name, role, active: true, archivedAt: null })).after;
}

function otherAddress(email: string): AppError {
  return new AppError(
    'FORBIDDEN',
    `This invitation is for ${maskEmail(email)}. Sign in with that address, or ask for one to yours.`,
    { reason: 'other_address' },
  );
}
