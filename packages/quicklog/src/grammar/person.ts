import { wordSet } from '../lexicon/expand.ts';
import { endsName, neverNames, particles, suffixes, surnamesToo, titles } from '../lexicon/stop-words.ts';
import { months } from '../when/day-words.ts';
import type { Piece, Scan } from './scan.ts';

/** A name as found: token places, the text as typed, and the words to search for. */
export interface Name {
  from: number;
  to: number;
  nextPiece: number;
  text: string;
  words: string[];
}

export interface NameRules {
  /** right after a verb, where even "ford" or "tue" can only be a person */
  afterVerb: boolean;
  /** beside "lost", where a closing "price" is the reason and not a surname */
  reasonMayFollow: boolean;
}

const carFirstNames = wordSet(
  'ford mercedes kia dakota sierra sienna austin morgan lincoln bentley maverick cooper genesis savannah aston royce soul',
);
const carSurnames = wordSet(
  'ford lincoln dodge austin morgan cooper bentley royce ram chrysler porsche suzuki honda toyota escalade cruz golf pilot fit mini',
);
const dayFirstNames = wordSet('tue sun mon sat wed thu');
const baseVerbs = wordSet(
  'be call cb come stop follow do get send text txt email try let think decide want need have go check see bring buy know work take',
);
const clauseVerbs = wordSet(
  'wants want wanted needs need needed said says asked asks is has was will likes loves had called re about looking bought',
);
const joints = wordSet('and & y +');

function wordOf({ tokens }: Scan, piece: Piece | undefined): string {
  return piece ? (tokens[piece.from]?.word ?? '') : '';
}

function bare(word: string): string {
  return word.replace(/'s$|'$/, '');
}

function isNameShaped(scan: Scan, piece: Piece | undefined): boolean {
  return (
    piece?.type === 'word' &&
    scan.tokens[piece.from]?.kind === 'word' &&
    /^\p{L}[\p{L}'-]{0,29}$/u.test(wordOf(scan, piece))
  );
}

/** True for a piece that could be a name by itself: letters, and no word that ends a name. */
export function isPlainName(scan: Scan, piece: Piece | undefined): boolean {
  return isNameShaped(scan, piece) && !endsName(bare(wordOf(scan, piece)));
}

function isClauseEnd(scan: Scan, piece: Piece | undefined): boolean {
  if (!piece || piece.type === 'break' || piece.type === 'minutes' || piece.type === 'when' || piece.type === 'phrase')
    return true;
  return piece.type === 'phone' || clauseVerbs.has(wordOf(scan, piece));
}

function hasOtherDay(scan: Scan, piece: Piece): boolean {
  return scan.pieces.some((other) => other.type === 'when' && other !== piece);
}

/** "mark lopez came in" is a person, "mark lopez as sold" an order. */
function isMarkThePerson(scan: Scan, at: number): boolean {
  const piece = scan.pieces[at];
  const next = scan.pieces[at + 1];
  if (wordOf(scan, piece) !== 'mark' || (!isPlainName(scan, next) && !isClauseEnd(scan, next))) return false;
  return !scan.pieces.slice(at + 1, at + 7).some((other) => /^(?:as|to|in)$/.test(wordOf(scan, other)));
}

function startsName(scan: Scan, at: number, rules: NameRules): boolean {
  const piece = scan.pieces[at];
  const next = scan.pieces[at + 1];
  const word = bare(wordOf(scan, piece));
  if (!piece || piece.to !== piece.from + 1) return false;
  if (piece.type === 'vehicle') {
    return (
      piece.alone &&
      carFirstNames.has(word) &&
      (isPlainName(scan, next) || (rules.afterVerb && isClauseEnd(scan, next)))
    );
  }
  if (piece.type === 'when')
    return dayFirstNames.has(word) && isPlainName(scan, next) && (rules.afterVerb || hasOtherDay(scan, piece));
  if (piece.type === 'phrase') return isMarkThePerson(scan, at);
  if (!isNameShaped(scan, piece) || neverNames.has(word)) return false;
  return !(/^(?:will|may)$/.test(word) && baseVerbs.has(wordOf(scan, next)));
}

/** "cb lopez feb 30": a month with a number is a date, even one that does not exist. */
function isMonth(scan: Scan, at: number): boolean {
  const next = scan.pieces[at + 1];
  return months.has(wordOf(scan, scan.pieces[at])) && next !== undefined && scan.tokens[next.from]?.kind === 'number';
}

function continuesName(scan: Scan, at: number, count: number, rules: NameRules): boolean {
  const piece = scan.pieces[at];
  const next = scan.pieces[at + 1];
  const word = bare(wordOf(scan, piece));
  if (piece?.type === 'vehicle') return count === 1 && piece.alone && carSurnames.has(word) && isClauseEnd(scan, next);
  if (piece?.type === 'phrase') return count === 1 && word === 'fu' && next?.type === 'minutes';
  if (!isNameShaped(scan, piece) || isMonth(scan, at)) return false;
  if (!endsName(word) || particles.has(word) || suffixes.has(word))
    return !particles.has(word) || isPlainName(scan, next) || particles.has(wordOf(scan, next));
  const closing = next === undefined && rules.reasonMayFollow;
  return count === 1 && surnamesToo.has(word) && isClauseEnd(scan, next) && !closing;
}

/** "bob and sue miller": the joint belongs to the name when a first name and a surname follow. */
function isCouple(scan: Scan, at: number, count: number): boolean {
  const joint = wordOf(scan, scan.pieces[at]);
  return (
    count === 1 && joints.has(joint) && isPlainName(scan, scan.pieces[at + 1]) && isPlainName(scan, scan.pieces[at + 2])
  );
}

function skipTitles(scan: Scan, from: number): number {
  let at = from;
  while (titles.has(wordOf(scan, scan.pieces[at])) && scan.pieces[at]?.type === 'word' && scan.pieces[at + 1]) at += 1;
  return at;
}

/** Collects the pieces of a name. A run of more than four words is a sentence, and only its first two are the name. */
function collect(scan: Scan, first: number, rules: NameRules): { end: number; couple: boolean } {
  let at = first + 1;
  let cores = particles.has(wordOf(scan, scan.pieces[first])) ? 0 : 1;
  let secondCore = at;
  let couple = false;
  const owns = (index: number) => /'s$/.test(wordOf(scan, scan.pieces[index]));
  while (!owns(at - 1) && at < first + 9) {
    if (isCouple(scan, at, cores)) couple = true;
    else if (!continuesName(scan, at, cores, rules)) break;
    else if (!particles.has(wordOf(scan, scan.pieces[at]))) cores += 1;
    at += 1;
    if (cores <= 2) secondCore = at;
  }
  return { end: cores > 4 ? secondCore : at, couple };
}

/** The name that begins with the piece at `at`, or null when none does. */
export function nameAt(scan: Scan, at: number, rules: NameRules): Name | null {
  const first = skipTitles(scan, at);
  if (!startsName(scan, first, rules)) return null;
  const { end, couple } = collect(scan, first, rules);
  const begin = scan.pieces[first];
  const last = scan.pieces[end - 1];
  if (!begin || !last) return null;
  const tokens = scan.tokens.slice(begin.from, last.to);
  const words = tokens.map((token) => bare(token.word)).filter((word) => !suffixes.has(word) && !joints.has(word));
  const text = scan.text.slice(tokens[0]?.start, tokens.at(-1)?.end).replace(/['’]s?$/u, '');
  const from = scan.pieces[at]?.from ?? begin.from;
  return { from, to: last.to, nextPiece: end, text, words: couple ? [words[0] ?? '', ...words.slice(2)] : words };
}
