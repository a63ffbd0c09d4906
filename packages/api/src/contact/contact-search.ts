import type { Tx } from '@beback/db';
import { contacts } from '@beback/db/schema';
import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { readQuery } from './search-query.rules.ts';

/** A customer that a search found. */
export interface ContactHit {
  contactId: string;
  name: string;
  phone: string | null;
  email: string | null;
  /** The latest open deal. */
  dealId: string | null;
  dealNumber: number | null;
  /** 1: every word is one of theirs; from 0.9: begins one; from 0.7: part of one; below 0.6: it only resembles. */
  score: number;
}

const text = contacts.searchText;
const bounded = sql`' ' || ${text} || ' '`;
// A scalar subquery is worked out once per statement, not once per row.
const key = (word: string) => sql`(select app.search_key(${word}))`;

const latestDeal = sql<{ dealId: string; number: number } | null>`(
  select json_build_object('dealId', d.id, 'number', d.number) from deals d
  where d.workspace_id = contacts.workspace_id and d.contact_id = contacts.id and d.closed_at is null and d.archived_at is null
  order by d.id desc limit 1)`;

/**
 * The customers this caller may see who match every word, best first, in one statement: "lopes" finds Łopez, "o brien"
 * O'Brien, "5550142" a phone number. Gives nothing for a query without letters or digits.
 */
export async function findContacts(
  tx: Tx,
  { query, limit }: { query: string; limit: number },
): Promise<{ items: ContactHit[] }> {
  const pieces = piecesOf(query);
  if (pieces.length === 0) return { items: [] };
  const score = sql<number>`((${sql.join(
    pieces.map((piece) => piece.score),
    sql` + `,
  )}) / ${pieces.length}::float8)`;
  const rows = await tx
    .select({
      contactId: contacts.id,
      name: contacts.name,
      phone: sql<string | null>`phones -> 0 ->> 'phone'`,
      email: sql<string | null>`emails[1]`,
      deal: latestDeal,
      score: score.as('score'),
    })
    .from(contacts)
    .where(
      and(
        eq(contacts.workspaceId, tx.scope.workspaceId),
        isNull(contacts.archivedAt),
        ...pieces.map((piece) => piece.matches),
      ),
    )
    .orderBy(desc(sql`score`), asc(contacts.name), asc(contacts.id))
    .limit(limit);
  const items = rows.map(({ deal, ...hit }) => ({
    ...hit,
    dealId: deal?.dealId ?? null,
    dealNumber: deal?.number ?? null,
  }));
  return { items };
}

/** The condition that a contact matches every word of a query; nobody matches a query without letters or digits. */
export function matchesQuery(query: string): SQL | undefined {
  const pieces = piecesOf(query);
  return pieces.length === 0 ? sql`false` : and(...pieces.map((piece) => piece.matches));
}

function piecesOf(query: string): { matches: SQL; score: SQL }[] {
  const { words, digits } = readQuery(query);
  return [...words.map(wordPiece), ...digits.map(digitsPiece)];
}

/** A name may be misspelt; an e-mail address that resembles another belongs to somebody else. */
function wordPiece(word: string): { matches: SQL; score: SQL } {
  const typed = key(word);
  const resembles = word.includes('@') ? sql`` : sql`or word_similarity(${typed}, ${text}) >= 0.4`;
  return {
    matches: sql`(${text} like '%' || ${typed} || '%' ${resembles})`,
    score: sql`case when ${bounded} like '% ' || ${typed} || ' %' then 1
      when ${bounded} like '% ' || ${typed} || '%' then 0.9
      when ${text} like '%' || ${typed} || '%' then 0.7
      else 0.6 * word_similarity(${typed}, ${text}) end`,
  };
}

/** People leave out the country code and the area code; what they typed is most likely how the number ends. */
function digitsPiece(digits: string): { matches: SQL; score: SQL } {
  return {
    matches: sql`${text} like ${`%${digits}%`}`,
    score: sql`case when ${bounded} like ${`%${digits} %`} then ${digits.length >= 7 ? 1 : 0.9} else 0.7 end`,
  };
}
