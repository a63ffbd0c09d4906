import type { Tx } from '@beback/db';
import { contactKeys, contacts, deals } from '@beback/db/schema';
import type { Who } from '@beback/quicklog';
import { and, desc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { normaliseName } from '../contact/contact-name.rules.ts';
import { findContacts } from '../contact/contact-search.ts';
import { readCards } from '../deal/cards.ts';
import { type Meant, meant } from './match.rules.ts';
import type { Target } from './plan.ts';

/** A deal closed longer ago than this is not what somebody means by a name. */
const closedDays = 60;
const mostTargets = 9;

/**
 * Everybody a text can be about, within what its sender may see: one target per open deal, else per recently closed one,
 * else the customer alone. Not `sure` when their names only resemble what was typed.
 */
export async function findTargets(tx: Tx, who: Who, now: Date): Promise<{ targets: Target[]; sure: boolean }> {
  if (who.dealNumber !== null)
    return { targets: await dealTargets(tx, eq(deals.number, who.dealNumber), now, false), sure: true };
  const { people, sure } = who.phone ? { people: await byPhone(tx, who.phone), sure: true } : await byName(tx, who);
  if (people.length === 0) return { targets: [], sure };
  const withDeals = await dealTargets(
    tx,
    inArray(
      deals.contactId,
      people.map((person) => person.contactId),
    ),
    now,
    true,
  );
  const targets = people.flatMap((person) => {
    const theirs = withDeals.filter((target) => target.contactId === person.contactId);
    return theirs.length > 0
      ? theirs
      : [
          {
            contactId: person.contactId,
            contactName: person.name,
            dealId: null,
            dealNumber: null,
            stageId: null,
            vehicle: null,
          },
        ];
  });
  return { targets: targets.slice(0, mostTargets), sure };
}

async function byName(tx: Tx, who: Who): Promise<Meant<{ contactId: string; name: string }>> {
  const query = who.words.join(' ');
  if (query === '') return { people: [], sure: true };
  const { items } = await findContacts(tx, { query, limit: 20 });
  return meant(items, who.words, normaliseName);
}

async function byPhone(tx: Tx, phone: string): Promise<{ contactId: string; name: string }[]> {
  return tx
    .select({ contactId: contacts.id, name: contacts.name })
    .from(contactKeys)
    .innerJoin(contacts, and(eq(contacts.workspaceId, contactKeys.workspaceId), eq(contacts.id, contactKeys.contactId)))
    .where(
      and(
        eq(contactKeys.workspaceId, tx.scope.workspaceId),
        eq(contactKeys.key, `phone:${phone}`),
        isNull(contacts.archivedAt),
      ),
    )
    .limit(mostTargets);
}

async function dealTargets(tx: Tx, where: SQL, now: Date, onlyCurrent: boolean): Promise<Target[]> {
  const since = new Date(now.getTime() - closedDays * 86_400_000).toISOString();
  const { cards } = await readCards(tx, {
    where: onlyCurrent ? and(where, or(isNull(deals.closedAt), gt(deals.closedAt, since))) : where,
    orderBy: [sql`${deals.closedAt} is not null`, desc(deals.createdAt)],
    limit: 30,
  });
  const open = new Set(cards.filter((card) => card.closedAt === null).map((card) => card.contactId));
  return cards
    .filter((card) => card.closedAt === null || !open.has(card.contactId))
    .map(({ contactId, contactName, dealId, number, stageId, vehicle }) => ({
      contactId,
      contactName,
      dealId,
      dealNumber: number,
      stageId,
      vehicle,
    }));
}

/** "Maria Lopez · 2024 Chevrolet Tahoe (#104)": how a target is told apart from the others. */
export function targetLabel(target: Target): string {
  const vehicle = target.vehicle ? ` · ${target.vehicle}` : '';
  return `${target.contactName}${vehicle}${target.dealNumber === null ? '' : ` (#${target.dealNumber})`}`;
}
