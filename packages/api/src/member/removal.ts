import type { Tx } from '@beback/db';
import type { z } from 'zod';
import { type Recorder, record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { badRequest } from '../errors.ts';
import { endAccess, handOver } from './hand-over.ts';
import { countInHand, type InHand, inHandWords, mustBeHanded } from './in-hand.ts';
import type { RemoveMember } from './member-input.ts';
import { getMember, getWorkingMember, type MemberRow, mustHandle, mustLeaveAnOwner } from './members.ts';
import { mustBeHere } from './roles.ts';

/** Ends a membership; what is still open goes to whom the caller names. Names and history stay. */
export async function removeMember(tx: Tx, by: Recorder, input: z.infer<typeof RemoveMember>) {
  const [before, inHand] = await Promise.all([getMember(tx, input.memberId), countInHand(tx, input.memberId)]);
  mustHandle(by.actor, before.role);
  mustBeHere(before);
  if (before.role === 'owner') await mustLeaveAnOwner(tx, by.actor, before);
  const heir = await readHeir(tx, before, inHand, input.handOverTo);
  const moved = heir ? `; ${inHandWords(inHand) || 'nothing open'} went to ${heir.name}` : '';
  return endMembership(tx, by, before, heir, `removed ${before.name}${moved}`);
}

/** Ends the caller's own membership; what they still had open goes back to the desk. The last owner cannot. */
export async function leaveWorkspace(tx: Tx, by: Recorder) {
  const [before, inHand] = await Promise.all([getMember(tx, by.actor.memberId), countInHand(tx, by.actor.memberId)]);
  if (before.role === 'owner') await mustLeaveAnOwner(tx, by.actor, before);
  const words = inHandWords(inHand);
  return endMembership(tx, by, before, null, words ? `left; ${words} went back to the desk` : 'left');
}

async function endMembership(tx: Tx, by: Recorder, before: MemberRow, heir: MemberRow | null, summary: string) {
  const moved = await handOver(tx, before.id, heir?.id ?? null);
  const shares = await endAccess(tx, before.id, by.services.clock.now());
  const { after, image } = await rewrite(tx, 'members', before, { active: false });
  const images = [...shares, ...moved, ...(image ? [image] : [])];
  const { changeId } = await record(tx, by, { subject: { type: 'member', id: before.id }, summary, images });
  return { member: after, changeId };
}

async function readHeir(tx: Tx, leaving: MemberRow, inHand: InHand, heirId?: string): Promise<MemberRow | null> {
  if (heirId === leaving.id)
    throw badRequest('Name somebody else to take over.', 'hand_over_to_self', { handOverTo: 'is the one who leaves' });
  if (heirId) return getWorkingMember(tx, heirId);
  if (mustBeHanded(inHand))
    throw badRequest(`${leaving.name} still has ${inHandWords(inHand)}. Say who takes over.`, 'hand_over_required', {
      handOverTo: 'is missing',
    });
  return null;
}
