import type { Tx } from '@beback/db';
import type { z } from 'zod';
import { type Recorder, record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { badRequest, forbidden } from '../errors.ts';
import { roleNames } from './member.rules.ts';
import type { SetRole } from './member-input.ts';
import { getMember, lockOwners, type MemberRow, mustHandle, mustLeaveAnOwner } from './members.ts';

/** Gives a member another role; there is always an active owner left. It holds from their next request on. */
export async function setMemberRole(tx: Tx, by: Recorder, input: z.infer<typeof SetRole>) {
  const before = await getMember(tx, input.memberId);
  mustHandle(by.actor, before.role);
  mustHandle(by.actor, input.role);
  mustBeHere(before);
  if (before.role === 'owner' && input.role !== 'owner') await mustLeaveAnOwner(tx, by.actor, before);
  const { after, image } = await rewrite(tx, 'members', before, { role: input.role });
  const summary = `made ${after.name} ${roleNames[after.role]}`;
  const draft = { subject: { type: 'member', id: after.id }, summary };
  return { member: after, changeId: image && (await record(tx, by, { ...draft, images: [image] })).changeId };
}

/** Makes another member the owner and the caller a manager. Throws FORBIDDEN when the caller is not the owner any more. */
export async function handOverOwnership(tx: Tx, by: Recorder, memberId: string) {
  const owners = await lockOwners(tx);
  if (!owners.some(({ id }) => id === by.actor.memberId)) throw forbidden('You are not the owner any more.');
  if (memberId === by.actor.memberId) throw badRequest('You are the owner already.', 'hand_over_to_self');
  const [heir, me] = [await getMember(tx, memberId), await getMember(tx, by.actor.memberId)];
  mustBeHere(heir);
  const { after } = await rewrite(tx, 'members', heir, { role: 'owner' });
  await rewrite(tx, 'members', me, { role: 'manager' });
  const subject = { type: 'member', id: heir.id };
  const summary = `handed the dealership over to ${heir.name}`;
  // Without images: what has been given away is no longer the giver's to take back.
  return { member: after, ...(await record(tx, by, { subject, summary, images: [] })) };
}

/** Refuses what only somebody who works here can be given. Throws BAD_REQUEST. */
export function mustBeHere(member: MemberRow): void {
  if (!member.active) throw badRequest(`${member.name} does not work here any more.`, 'member_inactive');
}
