import type { Tx } from '@beback/db';
import { contacts } from '@beback/db/schema';
import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { normaliseName } from './contact-name.rules.ts';
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
// Scalar subqueries are worked out once per statement, not once per row.
const key = (word: string) => sql`(select app.search_key(${word}))`;
const around = (before: string, word: string, after: string) =>
  sql`(select ${before} || app.search_key(${word}) || ${after})`;

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

function wordPiece(word: string): { matches: SQL; score: SQL } {
  const part = around('%', word, '%');
  const resembles = resemblance(word);
  return {
    matches: resembles ? sql`(${text} like ${part} or ${resembles})` : sql`${text} like ${part}`,
    score: sql`case when ${bounded} like ${around('% ', word, ' %')} then 1
      when ${bounded} like ${around('% ', word, '%')} then 0.9
      when ${text} like ${part} then 0.7
      else 0.6 * word_similarity(${key(word)}, ${text}) end`,
  };
}

/**
 * The condition that a word may be a misspelling; null for one that is too short, and for an e-mail address: one that
 * resembles it is somebody else's. What is alike shares three letters in a row or a beginning, and looking for these first
 * spares most rows the comparison, which costs ten times as much.
 */
function resemblance(word: string): SQL | null {
  const letters = [...normaliseName(word).replaceAll(' ', '')];
  if (word.includes('@') || letters.length < 3) return null;
  const rows = letters.slice(2, 14).map((_, at) => `%${letters.slice(at, at + 3).join('')}%`);
  const start = letters.slice(0, 2).join('');
  const shares = [`${start}%`, `% ${start}%`, ...rows].map((pattern) => sql`${text} like ${pattern}`);
  return sql`((${sql.join(shares, sql` or `)}) and word_similarity(${key(word)}, ${text}) >= 0.4)`;
}

/** People leave out the country code and the area code; what they typed is most likely how the number ends. */
function digitsPiece(digits: string): { matches: SQL; score: SQL } {
  return {
    matches: sql`${text} like ${`%${digits}%`}`,
    score: sql`case when ${bounded} like ${`%${digits} %`} then ${digits.length >= 7 ? 1 : 0.9} else 0.7 end`,
  };
}
