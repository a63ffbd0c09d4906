import type { Tx } from '@beback/db';
import { deals } from '@beback/db/schema';
import { and, asc, gte, isNull, not, type SQL } from 'drizzle-orm';
import { type DealCard, readCards } from '../deal/cards.ts';
import { hadHumanContact } from './human-contact.ts';

/** A lead whom nobody has been in touch with yet, and since when, by the clock on the wall, they wait. */
export type NewLead = DealCard & { waitingSince: string };

const freshDays = 7;
const mostLeads = 20;

/** The leads of the last week that wait for a person, the longest waiting first; an older one has gone quiet instead. */
export async function readNewLeads(tx: Tx, own: SQL | undefined, now: Date): Promise<NewLead[]> {
  const since = new Date(now.getTime() - freshDays * 86_400_000).toISOString();
  const { cards } = await readCards(tx, {
    where: and(isNull(deals.closedAt), gte(deals.createdAt, since), own, not(hadHumanContact())),
    orderBy: [asc(deals.createdAt), asc(deals.id)],
    limit: mostLeads,
  });
  return cards.map((card) => ({ ...card, waitingSince: card.createdAt }));
}
