import type { Tx } from '@beback/db';
import { members } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { inserted } from '../change/images.ts';
import { type Recorder, record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import type { Actor, Role } from '../context.ts';
import { AppError, badRequest, forbidden } from '../errors.ts';
import { newId } from '../id.ts';
import { listed } from '../wording/change-words.rules.ts';
import { countInHand, handOver } from './hand-over.ts';
import { mayHandle, roleNames } from './member.rules.ts';
import type { InviteMember, RemoveMember, SetRole } from './member-input.ts';
import { getMember, getWorkingMember, lockOwners, type MemberRow } from './members.ts';

/** Adds a person to the workspace, or brings a former member back; throws CONFLICT when they are here already. */
export async function inviteMember(tx: Tx, by: Recorder, input: z.infer<typeof InviteMember>) {
  mustHandle(by.actor, input.role);
  const { workspaceId } = tx.scope;
  const [known] = await tx
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.email, input.email)));
  if (known?.active)
    throw new AppError('CONFLICT', `${known.name} (${known.email}) is a member already.`, {
      reason: 'member_exists',
      fields: { email: 'is a member already' },
    });
  if (known) mustHandle(by.actor, known.role);
  const { after, image } = known
    ? await rewrite(tx, 'members', known, { active: true, name: input.name, role: input.role })
    : await addMember(tx, { ...input, workspaceId, id: newId(), createdAt: by.services.clock.now().toISOString() });
  const summary = `invited ${after.name} as ${roleNames[after.role]}`;
  const { changeId } = await record(tx, by, {
    subject: { type: 'member', id: after.id },
    summary,
    images: image ? [image] : [],
  });
  return { member: after, changeId };
}

async function addMember(tx: Tx, values: typeof members.$inferInsert) {
  const [after] = await tx.insert(members).values(values).returning();
  if (!after) throw new Error('the member was not written');
  return { after, image: inserted('members', after) };
}

/** Gives a member another role; there is always an active owner left. */
export async function setMemberRole(tx: Tx, by: Recorder, input: z.infer<typeof SetRole>) {
  const before = await getMember(tx, input.memberId);
  mustHandle(by.actor, before.role);
  mustHandle(by.actor, input.role);
  if (before.role === 'owner' && input.role !== 'owner') await mustLeaveAnOwner(tx, before);
  const { after, image } = await rewrite(tx, 'members', before, { role: input.role });
  const summary = `made ${after.name} ${roleNames[after.role]}`;
  const changeId =
    image && (await record(tx, by, { subject: { type: 'member', id: after.id }, summary, images: [image] })).changeId;
  return { member: after, changeId };
}

/** Ends a membership; what is still open goes to whom the caller names. Names and history stay. */
export async function removeMember(tx: Tx, by: Recorder, input: z.infer<typeof RemoveMember>) {
  const [before, inHand] = await Promise.all([getMember(tx, input.memberId), countInHand(tx, input.memberId)]);
  mustHandle(by.actor, before.role);
  if (!before.active) throw badRequest(`${before.name} does not work here any more.`, 'member_inactive');
  if (before.role === 'owner') await mustLeaveAnOwner(tx, before);
  const heir = await readHeir(tx, before, inHand, input.handOverTo);
  const moved = heir ? await handOver(tx, before.id, heir.id) : { images: [] };
  const { after, image } = await rewrite(tx, 'members', before, { active: false });
  const summary = heir
    ? `removed ${before.name}; ${inHandWords(inHand) || 'nothing open'} went to ${heir.name}`
    : `removed ${before.name}`;
  const images = [...moved.images, ...(image ? [image] : [])];
  const { changeId } = await record(tx, by, { subject: { type: 'member', id: before.id }, summary, images });
  return { member: after, changeId };
}

async function readHeir(
  tx: Tx,
  leaving: MemberRow,
  inHand: { deals: number; tasks: number },
  heirId?: string,
): Promise<MemberRow | null> {
  if (heirId === leaving.id)
    throw badRequest('Name somebody else to take over.', 'hand_over_to_self', { handOverTo: 'is the one who leaves' });
  if (heirId) return getWorkingMember(tx, heirId);
  const words = inHandWords(inHand);
  if (words)
    throw badRequest(`${leaving.name} still has ${words}. Say who takes over.`, 'hand_over_required', {
      handOverTo: 'is missing',
    });
  return null;
}

function inHandWords(inHand: { deals: number; tasks: number }): string {
  const counted = (count: number, noun: string) =>
    count === 0 ? [] : [`${count} open ${noun}${count === 1 ? '' : 's'}`];
  return listed([...counted(inHand.deals, 'deal'), ...counted(inHand.tasks, 'task')]);
}

function mustHandle(actor: Actor, role: Role): void {
  if (!mayHandle(actor.role, role))
    throw forbidden(
      actor.role === 'manager'
        ? 'Only the owner can do this for a manager or an owner.'
        : 'Ask a manager: this is theirs to change.',
    );
}

async function mustLeaveAnOwner(tx: Tx, leaving: MemberRow): Promise<void> {
  const owners = await lockOwners(tx);
  if (owners.every((owner) => owner.id === leaving.id)) {
    throw badRequest('There has to be an owner. Make somebody else one first.', 'last_owner');
  }
}
