import { wordSet } from '../lexicon/expand.ts';
import type { Meaning } from '../lexicon/meanings.ts';
import { type Facts, wordBefore, wordOf } from './facts.ts';
import { fluff } from './find-name.ts';
import type { Piece } from './scan.ts';

/** A stretch between two marks, with what its reader has seen of it so far. */
export interface Clause {
  pieces: readonly Piece[];
  /** for each piece, the place of the next date of the clause that something may be planned for; -1 when there is none */
  nextDate: readonly number[];
  /** appointments in it are off: "cancelled", "no show" */
  voided: boolean;
  hasMinutes: boolean;
  /** nothing but names, verbs and small words so far */
  opening: boolean;
  /** what happened was just said, and no other word since */
  justDid: boolean;
  /** a marker waiting for the next date */
  open: { at: number; meaning: Meaning } | null;
  /** a date that opens the clause and belongs to the verb after it: "yesterday called maria" */
  earlyDate: number;
}

const quiet = wordSet(
  "he she they he's she's they're it me him her them us u you had has have was is also then and but & so w w/ with to for from of finally today back again on about abt ~ - + a an the customer cust client con por of around quick good great long short approx like at y family wife husband hubby spouse son daughter mom dad mother father brother sister gf bf girlfriend boyfriend",
);
const until = /^(?:until|til|till|untill|since|from|thru|through|due|ends|expires|expired|every|hasta|desde|last|was)$/;
export const softBreak = /^(?:and|then|but|&|also|y|so|plus|\+)$/;

/** A date after "until" or "since" is part of the story, not a plan. */
export function isBlocked(facts: Facts, piece: Piece): boolean {
  return until.test(wordBefore(facts, piece));
}

export function isQuiet(facts: Facts, piece: Piece): boolean {
  return piece.type === 'word' && (quiet.has(wordOf(facts, piece)) || fluff.has(wordOf(facts, piece)));
}

function nextDates(facts: Facts, pieces: readonly Piece[]): number[] {
  const next: number[] = new Array(pieces.length).fill(-1);
  let known = -1;
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at];
    next[at] = known;
    if (piece?.type === 'when' && piece.spec.direction !== 'past' && !isBlocked(facts, piece)) known = at;
    else if (piece?.type === 'phrase' && ['due', 'meet', 'beBack'].includes(piece.meaning.role)) known = -1;
  }
  return next;
}

function clauseOf(facts: Facts, pieces: readonly Piece[]): Clause {
  const voided = pieces.some((piece) => piece.type === 'phrase' && piece.meaning.role === 'void');
  const hasMinutes = pieces.some((piece) => piece.type === 'minutes');
  return {
    pieces,
    nextDate: nextDates(facts, pieces),
    voided,
    hasMinutes,
    opening: true,
    justDid: false,
    open: null,
    earlyDate: -1,
  };
}

/** The text in clauses, parted at its marks. */
export function clausesOf(facts: Facts): Clause[] {
  const clauses: Clause[] = [];
  let pieces: Piece[] = [];
  for (const piece of facts.scan.pieces) {
    if (piece.type !== 'break') pieces.push(piece);
    else if (pieces.length > 0) {
      clauses.push(clauseOf(facts, pieces));
      pieces = [];
    }
  }
  if (pieces.length > 0) clauses.push(clauseOf(facts, pieces));
  return clauses;
}
