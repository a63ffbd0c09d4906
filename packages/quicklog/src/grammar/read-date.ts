import type { Meaning } from '../lexicon/meanings.ts';
import { resolveBehind } from '../when/resolve.ts';
import { type Clause, isBlocked, isQuiet } from './clause.ts';
import { type Facts, isUsed, use, wordOf } from './facts.ts';
import { plan } from './plan.ts';
import type { Piece } from './scan.ts';

const follow: Meaning = { role: 'due', action: 'other', verb: 'Follow up with' };
const meet: Meaning = { role: 'meet', beBack: false };
const visitWord = /^(?:see|drive|look|come|comes|stop|test|demo|show|sign|bring|bringing|visit|appt)$/;
const storyWord =
  /^(?:payday|paid|closes|opens|expires|lease|bday|birthday|working|off|born|got|until|deadline|needs?|returns|surgery|flight|arrives|lands)$/;

type DatePiece = Extract<Piece, { type: 'when' }>;

function markerAt(clause: Clause, at: number): Piece | null {
  const piece = clause.pieces[at];
  const fits = piece?.type === 'phrase' && ['due', 'meet', 'beBack', 'either'].includes(piece.meaning.role);
  return fits ? piece : null;
}

function isPassed(facts: Facts, piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    piece.type !== 'when' &&
    (isUsed(facts, piece) || /^(?:for|a|-|4)$/.test(wordOf(facts, piece)))
  );
}

/** "fri 3 cb": the marker stands after its date. */
function followingMarker(facts: Facts, clause: Clause, at: number): Piece | null {
  let skipped = at + 1;
  while (skipped < at + 6 && clause.pieces[skipped] && isPassed(facts, clause.pieces[skipped])) skipped += 1;
  const marker = markerAt(clause, skipped);
  return marker && clause.nextDate[skipped] === -1 && !isUsed(facts, marker) ? marker : null;
}

/** Says when the activity happened. A plain "today" is now and says nothing. */
export function tellWhen(facts: Facts, piece: DatePiece): boolean {
  if (!facts.activity || piece.spec.direction === 'future') return false;
  const at = resolveBehind(piece.spec, facts.moment);
  const isToday =
    piece.spec.clock === null &&
    (piece.spec.day?.type === 'weekday' || (piece.spec.day?.type === 'offset' && piece.spec.day.days === 0));
  if (!at && !isToday) return false;
  facts.activity.occurredAt ??= at;
  use(facts, piece);
  return true;
}

/** A long clause tells a story, whatever it consists of; the bound also keeps long texts linear. */
const longestBare = 40;

function isBare(facts: Facts, clause: Clause): boolean {
  if (clause.pieces.length > longestBare) return false;
  return clause.pieces.every((piece) => piece.type === 'when' || isQuiet(facts, piece) || isUsed(facts, piece));
}

function hasStory(facts: Facts, clause: Clause, pattern: RegExp): boolean {
  return clause.pieces
    .slice(-longestBare)
    .some((piece) => (piece.type === 'word' || piece.type === 'phrase') && pattern.test(wordOf(facts, piece)));
}

/** "fri 3pm works": the customer agreed to come. */
function isAgreed(facts: Facts, clause: Clause, at: number): boolean {
  const next = clause.pieces[at + 1];
  if (!next || !/^(?:works|work|good|perfect)$/.test(wordOf(facts, next))) return false;
  if (!plan(facts, clause, meet, null, at)) return false;
  if (wordOf(facts, next) === 'works') use(facts, next);
  return true;
}

function standsAlone(facts: Facts, clause: Clause, at: number, piece: DatePiece): boolean {
  if (isBare(facts, clause)) return plan(facts, clause, facts.waiting ?? follow, null, at);
  const next = clause.pieces[at + 1];
  const ends =
    !next ||
    isQuiet(facts, next) ||
    isUsed(facts, next) ||
    /^(?:re|about)$/.test(wordOf(facts, next)) ||
    next.type === 'phrase';
  const nothingSaid = ends && clause.opening && (piece.spec.direction === 'future' || !facts.activity);
  return nothingSaid && plan(facts, clause, facts.waiting ?? follow, null, at);
}

/** A clock time at the end of a clause is a plan even when nothing asked for it: "wants to see the tahoe sat 11". */
function closesClause(facts: Facts, clause: Clause, at: number, piece: DatePiece): boolean {
  const last = clause.pieces.slice(at + 1).every((other) => isQuiet(facts, other) || isUsed(facts, other));
  if (!last || facts.followUp || facts.appointment || (!piece.spec.clock && piece.spec.shiftMinutes === null))
    return false;
  if (hasStory(facts, clause, visitWord)) return plan(facts, clause, meet, null, at);
  return !hasStory(facts, clause, storyWord) && plan(facts, clause, follow, null, at);
}

/**
 * Finds what a date of the text belongs to: the marker before it, the marker after it, what happened, or a plan of its own.
 * @returns false when it is only part of the story, and stays in the note
 */
export function readDate(facts: Facts, clause: Clause, at: number): boolean {
  const piece = clause.pieces[at];
  if (piece?.type !== 'when') return false;
  const past = piece.spec.direction === 'past';
  const blocked = isBlocked(facts, piece);
  if (clause.opening && !facts.activity && at === firstOther(facts, clause) && hasLaterDeed(clause, at)) {
    clause.earlyDate = at;
    return true;
  }
  if (clause.open && !past && !blocked) {
    const { meaning, at: markerPlace } = clause.open;
    clause.open = null;
    if (plan(facts, clause, meaning, clause.pieces[markerPlace] ?? null, at)) return true;
    facts.waiting = meaning;
  }
  const after = past || blocked ? null : followingMarker(facts, clause, at);
  if (after?.type === 'phrase' && plan(facts, clause, after.meaning, after, at)) return true;
  if ((clause.justDid || (past && isBare(facts, clause))) && !blocked && tellWhen(facts, piece)) return true;
  if (past || blocked || clause.voided) return false;
  return isAgreed(facts, clause, at) || standsAlone(facts, clause, at, piece) || closesClause(facts, clause, at, piece);
}

function firstOther(facts: Facts, clause: Clause): number {
  return clause.pieces.findIndex((piece) => !isQuiet(facts, piece));
}

function hasLaterDeed(clause: Clause, at: number): boolean {
  return clause.pieces.slice(at + 1, at + 8).some((piece) => piece.type === 'phrase' && piece.meaning.role === 'did');
}
