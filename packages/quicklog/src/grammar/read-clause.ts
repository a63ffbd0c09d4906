import { type Clause, isQuiet, softBreak } from './clause.ts';
import { type Facts, isUsed, use, wordBefore, wordOf } from './facts.ts';
import { readDate } from './read-date.ts';
import { readPhrase } from './read-phrase.ts';
import type { Piece } from './scan.ts';

const notTalk =
  /^(?:is|lives|live|drive|drives|takes|took|take|wait|waited|waiting|within|under|over|every|than|was|in|another|least)$/;
const leadsMinutes = /^(?:for|about|abt|around|approx|like|~|a|-)$/;

/** "called maria at work 5 min": a few words late, but still the length of the call. */
function isLate(facts: Facts, clause: Clause, piece: Piece): boolean {
  const isCall =
    facts.activity?.kind === 'call' &&
    clause.pieces.some((other) => other.type === 'phrase' && other.meaning.role === 'did');
  return isCall && !notTalk.test(wordBefore(facts, piece));
}

/** "8 min", with the "for" before it and the "call" after it, while nothing else has been said. */
function readMinutes(facts: Facts, clause: Clause, at: number): boolean {
  const piece = clause.pieces[at];
  if (piece?.type !== 'minutes' || !(clause.opening || isLate(facts, clause, piece))) return false;
  if (!facts.activity) facts.activity = { kind: 'call', outcome: null, minutes: null, occurredAt: null };
  if (facts.activity.minutes !== null) return false;
  facts.activity.minutes = piece.amount;
  const lead = leadsMinutes.test(wordBefore(facts, piece)) ? piece.from - 1 : piece.from;
  use(facts, { from: lead, to: piece.to });
  const next = clause.pieces[at + 1];
  if (
    next &&
    /^(?:call|convo|conversation|chat|phone|talk|llamada)$/.test(wordOf(facts, next)) &&
    clause.nextDate[at + 1] === -1
  )
    use(facts, next);
  return true;
}

function understands(facts: Facts, clause: Clause, at: number, piece: Piece): boolean {
  if (isUsed(facts, piece)) return true;
  if (piece.type === 'phrase') return readPhrase(facts, clause, at);
  if (piece.type === 'when') return readDate(facts, clause, at);
  return piece.type === 'minutes' && readMinutes(facts, clause, at);
}

/** "lopez tahoe called 5 min": the car beside the name does not begin the story. */
function isSubject(piece: Piece): boolean {
  return piece.type === 'vehicle' || piece.type === 'stock' || piece.type === 'vin';
}

function isUndated(facts: Facts, clause: Clause, at: number): boolean {
  const piece = clause.pieces[at];
  return (
    piece?.type === 'phrase' &&
    clause.open === null &&
    ['due', 'meet'].includes(piece.meaning.role) &&
    !isUsed(facts, piece)
  );
}

/** Reads one clause piece by piece into the facts; what it does not understand stays for the note. */
export function readClause(facts: Facts, clause: Clause): void {
  for (const [at, piece] of clause.pieces.entries()) {
    if (understands(facts, clause, at, piece)) continue;
    if (softBreak.test(wordOf(facts, piece))) {
      clause.opening = true;
      clause.justDid = false;
    } else if (!isQuiet(facts, piece) && !isUndated(facts, clause, at) && !isSubject(piece)) {
      clause.opening = false;
      clause.justDid = false;
    }
  }
}
