import { prepared, type Tx } from '@beback/db';
import { contacts } from '@beback/db/schema';
import { and, asc, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { makePgArray } from 'drizzle-orm/pg-core';
import { normaliseName } from './contact-name.rules.ts';
import { readQuery, type SearchQuery } from './search-query.rules.ts';

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

const latestDeal = sql<{ dealId: string; number: number } | null>`(
  select json_build_object('dealId', d.id, 'number', d.number) from deals d
  where d.workspace_id = contacts.workspace_id and d.contact_id = contacts.id and d.closed_at is null and d.archived_at is null
  order by d.id desc limit 1)`;

/**
 * The customers this caller may see who match every word, best first: "lopes" finds Łopez, "o brien" O'Brien, "5550142" a
 * phone number. First by keys, which an index finds among any number of customers; only where these find nobody are the
 * customers read one by one, for parts of words and worse misspellings. Gives nothing for a query without letters or digits.
 */
export async function findContacts(
  tx: Tx,
  { query, limit }: { query: string; limit: number },
): Promise<{ items: ContactHit[] }> {
  const typed = readQuery(query);
  const shape = { words: typed.words.length, digits: typed.digits.length };
  if (shape.words + shape.digits === 0) return { items: [] };
  const parameters = { ...parametersOf(typed), limit };
  const byKeys = await searchOf(shape, 'keys')(tx, parameters);
  const rows = byKeys.length > 0 ? byKeys : await searchOf(shape, 'text')(tx, parameters);
  const items = rows.map(({ deal, ...hit }) => ({
    ...hit,
    dealId: deal?.dealId ?? null,
    dealNumber: deal?.number ?? null,
  }));
  return { items };
}

/** The condition that a contact's keys match every word of a query; nobody matches a query without letters or digits. */
export function matchesQuery(tx: Tx, query: string): SQL | undefined {
  const typed = readQuery(query);
  const parameters: Record<string, string> = { ...parametersOf(typed), workspaceId: tx.scope.workspaceId };
  const shape = { words: typed.words.length, digits: typed.digits.length };
  const pieces = piecesOf(shape, (name) => parameters[name]);
  return pieces.length === 0 ? sql`false` : and(...pieces.map((piece) => piece.hasKey));
}

/** How many words and runs of digits a query has: all that the statement depends on. */
interface Shape {
  words: number;
  digits: number;
}

const searches = new Map<string, ReturnType<typeof prepareSearch>>();

function searchOf(shape: Shape, by: 'keys' | 'text'): ReturnType<typeof prepareSearch> {
  const name = `${shape.words} words, ${shape.digits} digits by ${by}`;
  const known = searches.get(name) ?? prepareSearch(shape, by);
  searches.set(name, known);
  return known;
}

function prepareSearch(shape: Shape, by: 'keys' | 'text') {
  const pieces = piecesOf(shape, sql.placeholder);
  const matches = pieces.map((piece) => (by === 'keys' ? piece.hasKey : piece.matches));
  const scores = pieces.map((piece) => piece.score);
  const score = sql<number>`((${sql.join(scores, sql` + `)}) / ${sql.raw(`${pieces.length}`)}::float8)`;
  return prepared((db) =>
    db
      .select({
        contactId: contacts.id,
        name: contacts.name,
        phone: sql<string | null>`phones -> 0 ->> 'phone'`,
        email: sql<string | null>`emails[1]`,
        deal: latestDeal,
        score: score.as('score'),
      })
      .from(contacts)
      .where(and(eq(contacts.workspaceId, sql.placeholder('workspaceId')), isNull(contacts.archivedAt), ...matches))
      .orderBy(desc(sql`score`), asc(contacts.name), asc(contacts.id))
      .limit(sql.placeholder('limit'))
      .prepare('search'),
  );
}

/** One word or run of digits: whether a contact has a key for it, whether its text holds it, and how well it fits. */
interface Piece {
  hasKey: SQL;
  matches: SQL;
  score: SQL;
}

type Parameter = (name: string) => unknown;

function piecesOf({ words, digits }: Shape, parameter: Parameter): Piece[] {
  const workspace = parameter('workspaceId');
  const each = (count: number, piece: (at: number) => Piece) => Array.from({ length: count }, (_, at) => piece(at));
  return [
    ...each(words, (at) => wordPiece(workspace, parameter(`word${at}`), parameter(`shares${at}`))),
    ...each(digits, (at) => digitsPiece(workspace, parameter(`digits${at}`))),
  ];
}

/** What `piecesOf` asks for, by name. */
function parametersOf({ words, digits }: SearchQuery): Record<string, string> {
  return Object.fromEntries([
    ...words.map((word, at) => [`word${at}`, word]),
    ...words.map((word, at) => [`shares${at}`, makePgArray(sharedPatterns(word))]),
    ...digits.map((run, at) => [`digits${at}`, run]),
  ]);
}

/** `word` is what was typed; `shares` are the patterns one of which a misspelling of it matches. */
function wordPiece(workspace: unknown, word: unknown, shares: unknown): Piece {
  // Scalar subqueries are worked out once per statement, not once per row.
  const key = sql`(select app.search_key(${word}))`;
  const around = (before: string, after: string) =>
    sql`(select ${sql.raw(`'${before}'`)} || app.search_key(${word}) || ${sql.raw(`'${after}'`)})`;
  const part = around('%', '%');
  const sound = sql`(select case when k ~ '^[a-z]{3,}$' then 's:' || nullif(dmetaphone(k), '') end
    from (select app.search_key(${word}) as k) typed)`;
  return {
    hasKey: keyed(workspace, [begins(around('w:', '')), begins(around('email:', '')), sql`key = ${sound}`]),
    matches: sql`(${text} like ${part} or (${text} like any(${shares}::text[]) and word_similarity(${key}, ${text}) >= 0.4))`,
    score: sql`case when ${bounded} like ${around('% ', ' %')} then 1
      when ${bounded} like ${around('% ', '%')} then 0.9
      when ${text} like ${part} then 0.7
      else 0.6 * word_similarity(${key}, ${text}) end`,
  };
}

/** The contact has one of these keys. The policies' own comparisons come first, and only leakproof ones may use an index. */
function keyed(workspace: unknown, keys: SQL[]): SQL {
  const found = keys.map(
    (key) => sql`select contact_id from contact_keys where workspace_id = ${workspace}::uuid and ${key}`,
  );
  return sql`${contacts.id} in (${sql.join(found, sql` union all `)})`;
}

/** Byte by byte from the beginning to just before what sorts after every key that begins so. */
function begins(beginning: SQL): SQL {
  return sql`(key ~>=~ ${beginning} and key ~<~ (${beginning} || ${'\u{10ffff}'}))`;
}

/**
 * The patterns one of which a misspelling of a word matches; none for a word that is too short, and for an e-mail address:
 * one that resembles it is somebody else's. What is alike shares three letters in a row or a beginning, and looking for
 * these first spares most rows the comparison, which costs ten times as much.
 */
function sharedPatterns(word: string): string[] {
  const letters = [...normaliseName(word).replaceAll(' ', '')];
  if (word.includes('@') || letters.length < 3) return [];
  const rows = letters.slice(2, 14).map((_, at) => `%${letters.slice(at, at + 3).join('')}%`);
  const start = letters.slice(0, 2).join('');
  return [`${start}%`, `% ${start}%`, ...rows];
}

/** People leave out the country code and the area code; what they typed is most likely how the number ends. */
function digitsPiece(workspace: unknown, digits: unknown): Piece {
  const ending = sql`(select 'r:' || reverse(${digits}::text))`;
  const from = (country: string) => sql`(select ${sql.raw(`'phone:+${country}'`)} || ${digits}::text)`;
  return {
    hasKey: keyed(workspace, [begins(ending), begins(from('')), begins(from('1'))]),
    matches: sql`${text} like '%' || ${digits}::text || '%'`,
    score: sql`case when ${bounded} not like '%' || ${digits}::text || ' %' then 0.7
      when length(${digits}::text) >= 7 then 1 else 0.9 end`,
  };
}
