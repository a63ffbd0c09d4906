import type { Tx } from '@beback/db';
import { deals } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { type Recorder, record } from '../change/record.ts';
import { readShare, shareImage } from '../change/share-image.ts';
import { badRequest } from '../errors.ts';
import { getMember, getWorkingMember } from '../member/members.ts';
import type { ShareDeal, UnshareDeal } from './deal-input.ts';
import { type DealRow, getDeal } from './deals.ts';
import { listShares, listViewers, setShare } from './shares.ts';

/**
 * Shows a deal to one more rep, or splits it with them: its owner keeps what is left of the hundred percent. Throws
 * BAD_REQUEST for who sees it anyway and for more credit than there is.
 */
export async function shareDeal(tx: Tx, by: Recorder, input: z.infer<typeof ShareDeal>) {
  const { dealId, memberId, creditPercent } = input;
  const deal = await lockDeal(tx, dealId);
  const member = await getWorkingMember(tx, memberId);
  if (member.id === deal.ownerId) throw badRequest(`The deal is ${member.name}’s already.`, 'is_owner');
  if (member.role !== 'rep')
    throw badRequest(`${member.name} sees every deal; share it with a rep.`, 'sees_everything');
  await mustBeLeft(tx, input);
  const before = await readShare(tx, input);
  if (before === creditPercent) return { changeId: null, ...(await seenBy(tx, dealId)) };
  await setShare(tx, input, by.services.clock.now());
  const words =
    creditPercent > 0 ? `split with ${member.name}: ${creditPercent}% is theirs` : `shared with ${member.name}`;
  return told(tx, by, deal, words, shareImage(input, before, creditPercent));
}

/** Takes a deal from a rep it was shared with. */
export async function unshareDeal(tx: Tx, by: Recorder, input: z.infer<typeof UnshareDeal>) {
  const deal = await lockDeal(tx, input.dealId);
  const member = await getMember(tx, input.memberId);
  const before = await readShare(tx, input);
  if (before === null) throw badRequest(`The deal is not shared with ${member.name}.`, 'not_shared');
  await setShare(tx, { ...input, creditPercent: null }, by.services.clock.now());
  return told(tx, by, deal, `no longer shared with ${member.name}`, shareImage(input, before, null));
}

/** Two who split the same deal at once come one after the other: together they must not give away more than there is. */
async function lockDeal(tx: Tx, dealId: string): Promise<DealRow> {
  const deal = await getDeal(tx, dealId);
  const it = and(eq(deals.workspaceId, tx.scope.workspaceId), eq(deals.id, dealId));
  const [locked] = await tx.select().from(deals).where(it).for('no key update');
  return locked ?? deal;
}

async function mustBeLeft(tx: Tx, { dealId, memberId, creditPercent }: z.infer<typeof ShareDeal>): Promise<void> {
  const others = (await listShares(tx, dealId)).filter((share) => share.memberId !== memberId);
  const left = 99 - others.reduce((sum, share) => sum + share.creditPercent, 0);
  if (creditPercent > left)
    throw badRequest(`At most ${left}% of this deal is left to give; its owner keeps the rest.`, 'too_much_credit', {
      creditPercent: `must be at most ${left}`,
    });
}

async function told(tx: Tx, by: Recorder, deal: DealRow, summary: string, image: ReturnType<typeof shareImage>) {
  const { id: dealId, contactId } = deal;
  const subject = { type: 'deal', id: dealId };
  const { changeId } = await record(tx, by, { subject, dealId, contactId, summary, images: [image] });
  return { changeId, ...(await seenBy(tx, dealId)) };
}

async function seenBy(tx: Tx, dealId: string) {
  const [shares, visibleTo] = await Promise.all([listShares(tx, dealId), listViewers(tx, dealId)]);
  return { dealId, shares, visibleTo };
}
