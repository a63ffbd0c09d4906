import type { Tx } from '@beback/db';
import { deals } from '@beback/db/schema';
import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { type Recorder, record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { forbidden, notFound } from '../errors.ts';
import { getWorkingMember, type MemberRow } from '../member/members.ts';
import { type DealCard, readCards } from './cards.ts';
import type { UpdateDeal } from './deal-input.ts';
import { describeUpdate, mayHandOver } from './deal-update.rules.ts';
import { type DealRow, getDeal, mustKnowGross } from './deals.ts';

/**
 * Changes a deal's title, value, owner, source or chance, and records it. The answer is made from what was read before:
 * a rep who hands a deal over may no longer read it. Throws NOT_FOUND, CONFLICT, and FORBIDDEN for somebody else's deal.
 */
export async function changeDeal(
  tx: Tx,
  by: Recorder,
  input: z.infer<typeof UpdateDeal>,
): Promise<DealCard & { changeId: string | null }> {
  const { dealId, version: seen, probability, ...rest } = input;
  const [before, { cards, stages }] = await Promise.all([
    getDeal(tx, dealId),
    readCards(tx, { where: eq(deals.id, dealId), orderBy: [asc(deals.id)], limit: 1 }),
  ]);
  const [card] = cards;
  if (!card) throw notFound('deal');
  mustKnowGross(by.actor, before, input);
  const owner =
    input.ownerId === undefined || input.ownerId === before.ownerId
      ? null
      : await readNewOwner(tx, by, before, input.ownerId);
  const { after, image } = await rewrite(tx, 'deals', before, { ...rest, probabilityOverride: probability }, seen);
  const usual = stages.find((stage) => stage.id === after.stageId)?.probability ?? 0;
  const { title, valueCents, ownerId, source, version } = after;
  const answer = {
    ...card,
    title,
    valueCents,
    ownerId,
    source,
    version,
    probability: after.probabilityOverride ?? usual,
  };
  if (!image) return { ...answer, changeId: null };
  const summary = describeUpdate(
    image.after.row ?? {},
    after.currency,
    owner?.id === by.actor.memberId ? null : (owner?.name ?? null),
  );
  const subject = { type: 'deal', id: dealId };
  const { changeId } = await record(tx, by, { subject, dealId, contactId: after.contactId, summary, images: [image] });
  return { ...answer, changeId };
}

async function readNewOwner(tx: Tx, by: Recorder, deal: DealRow, ownerId: string | null): Promise<MemberRow | null> {
  if (!mayHandOver(by.actor, deal.ownerId, ownerId)) {
    throw forbidden(
      ownerId === null
        ? 'Hand the deal to somebody; only a manager can leave it without an owner.'
        : 'Only its owner or a manager can hand this deal over.',
    );
  }
  return ownerId ? getWorkingMember(tx, ownerId) : null;
}
