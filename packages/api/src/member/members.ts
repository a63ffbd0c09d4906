import type { Tx } from '@beback/db';
import { members } from '@beback/db/schema';
import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '../context.ts';
import { badRequest, forbidden, notFound } from '../errors.ts';
import { initials, mayHandle } from './member.rules.ts';

export type MemberRow = typeof members.$inferSelect;

/** A member as others name them. */
export interface MemberRef {
  memberId: string;
  name: string;
  initials: string;
}

export function toMemberRef(member: { id: string; name: string }): MemberRef {
  return { memberId: member.id, name: member.name, initials: initials(member.name) };
}

/** The member as the list shows them. */
export function toMember(member: MemberRow) {
  const { email, role, active, phone, slackUserId, version } = member;
  return { ...toMemberRef(member), email, role, active, phone, slackUserId, version };
}

/** A member of this workspace, active or not; throws NOT_FOUND. */
export async function getMember(tx: Tx, memberId: string): Promise<MemberRow> {
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, tx.scope.workspaceId), eq(members.id, memberId)));
  if (!member) throw notFound('member');
  return member;
}

/** A member who can be given work; throws NOT_FOUND, or BAD_REQUEST for one who left or only looks on. */
export async function getWorkingMember(tx: Tx, memberId: string): Promise<MemberRow> {
  const member = await getMember(tx, memberId);
  if (!member.active) throw badRequest(`${member.name} does not work here any more.`, 'member_inactive');
  if (member.role === 'read_only')
    throw badRequest(`${member.name} may only look on, and cannot be given work.`, 'member_read_only');
  return member;
}

/** Refuses to give, change or take away a role that is not this member's to handle. Throws FORBIDDEN. */
export function mustHandle(actor: Actor, role: MemberRow['role']): void {
  if (mayHandle(actor.role, role)) return;
  throw forbidden(
    actor.role === 'manager'
      ? 'Only the owner can do this for a manager or an owner.'
      : 'Ask a manager: this is theirs to change.',
  );
}

/**
 * Locks the active owners until the transaction ends, so that two cannot take it from each other, and refuses when nobody
 * would be left, or when the one who acts as an owner is none any more. Throws BAD_REQUEST and FORBIDDEN.
 */
export async function mustLeaveAnOwner(tx: Tx, actor: Actor, leaving: { id: string }): Promise<void> {
  const owners = await lockOwners(tx);
  if (actor.role === 'owner' && !owners.some(({ id }) => id === actor.memberId))
    throw forbidden('You are not the owner any more.');
  if (owners.every(({ id }) => id === leaving.id))
    throw badRequest('There has to be an owner. Make somebody else one first.', 'last_owner');
}

/** The active owners, locked until the transaction ends. */
export function lockOwners(tx: Tx): Promise<{ id: string }[]> {
  return tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.workspaceId, tx.scope.workspaceId), eq(members.role, 'owner'), eq(members.active, true)))
    .orderBy(asc(members.id))
    .for('update');
}
