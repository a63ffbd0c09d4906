import type { Tx } from '@beback/db';
import type { z } from 'zod';
import { record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { badRequest } from '../errors.ts';
import { getMember } from '../member/members.ts';
import type { MemberContext } from '../trpc.ts';
import { mayGiveUp } from './start-visit.ts';
import { describeSteps, planSteps } from './visit.rules.ts';
import type { UpdateVisit } from './visit-input.ts';
import { getVisit, lockVisit, toVisit, type Visit } from './visits.ts';

/** Marks what was said of a visit. Throws NOT_FOUND, CONFLICT (another version), BAD_REQUEST for a turnover to no manager. */
export async function updateVisit(
  tx: Tx,
  ctx: MemberContext,
  input: z.infer<typeof UpdateVisit>,
): Promise<Visit & { changeId: string | null }> {
  const { visitId, version: seen, ...said } = input;
  const before = await lockVisit(tx, visitId);
  if (said.memberId && said.memberId !== before.visit.memberId && said.memberId !== ctx.actor.memberId)
    await mayGiveUp(tx, ctx, said.memberId);
  const manager = said.turnoverTo ? await getDeskMember(tx, said.turnoverTo) : null;
  const set = planSteps(before.visit, said, ctx.services.clock.now().toISOString());
  const { image } = await rewrite(tx, 'visits', before.visit, set, seen);
  if (!image) return { ...toVisit(before), changeId: null };
  const { changeId } = await record(tx, ctx, {
    subject: { type: 'visit', id: visitId },
    dealId: before.visit.dealId,
    contactId: before.contact.contactId,
    summary: describeSteps(image.after.row ?? {}, manager?.name ?? null),
    images: [image],
  });
  return { ...toVisit(await getVisit(tx, visitId)), changeId };
}

async function getDeskMember(tx: Tx, memberId: string) {
  const member = await getMember(tx, memberId);
  const runsTheDesk = member.active && (member.role === 'manager' || member.role === 'owner');
  if (!runsTheDesk)
    throw badRequest(`A turnover goes to a manager; ${member.name} is none.`, 'not_a_manager', {
      turnoverTo: 'is no manager',
    });
  return member;
}
