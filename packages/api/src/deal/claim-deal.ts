import type { Tx } from '@beback/db';
import { deals } from '@beback/db/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { updated } from '../change/images.ts';
import { type Recorder, record } from '../change/record.ts';
import { AppError } from '../errors.ts';
import { getMember } from '../member/members.ts';
import { readCard } from './cards.ts';
import { getDeal } from './deals.ts';

/**
 * Takes a deal that is nobody's: of two who take it at once, one has it. Throws NOT_FOUND for one that the caller does not
 * see, CONFLICT when somebody was faster.
 */
export async function claimDeal(tx: Tx, by: Recorder, dealId: string) {
  const before = await getDeal(tx, dealId);
  if (before.ownerId === by.actor.memberId) return { ...(await readCard(tx, dealId)), changeId: null };
  if (before.ownerId) throw taken((await getMember(tx, before.ownerId)).name);
  const free = and(eq(deals.workspaceId, tx.scope.workspaceId), eq(deals.id, dealId), isNull(deals.ownerId));
  const [after] = await tx
    .update(deals)
    .set({ ownerId: by.actor.memberId, version: sql`${deals.version} + 1` })
    .where(free)
    .returning();
  if (!after) throw taken('Somebody');
  const image = updated('deals', { ...before, version: after.version - 1 }, after);
  const draft = { subject: { type: 'deal', id: dealId }, dealId, contactId: after.contactId, summary: 'took over' };
  const { changeId } = await record(tx, by, { ...draft, images: [image] });
  return { ...(await readCard(tx, dealId)), changeId };
}

function taken(name: string): AppError {
  return new AppError('CONFLICT', `${name} was faster: the deal is taken.`, { reason: 'already_taken' });
}
