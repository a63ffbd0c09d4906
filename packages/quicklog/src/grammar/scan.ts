import { dealNumberAt, type Found, stockNumberAt, vinAt } from '../atoms/identifiers.ts';
import { mileageAt } from '../atoms/mileage.ts';
import { minutesAt } from '../atoms/minutes.ts';
import { type Money, moneyAt } from '../atoms/money.ts';
import type { Meaning } from '../lexicon/meanings.ts';
import { phrasesAt } from '../lexicon/phrases.ts';
import { type Token, tokenize, wordAt } from '../text/tokens.ts';
import { vehicleAt } from '../vehicle/read-vehicle.ts';
import { readWhen } from '../when/read-when.ts';
import { readShift } from '../when/shift.ts';
import type { WhenSpec } from '../when/spec.ts';

type Content =
  | { type: 'word' | 'break' | 'email' }
  | { type: 'phone'; e164: string }
  | { type: 'vin' | 'stock'; value: string }
  | { type: 'deal'; number: number }
  | { type: 'money'; money: Money }
  | { type: 'mileage' | 'minutes'; amount: number }
  | { type: 'vehicle'; name: string; alone: boolean }
  | { type: 'when'; spec: WhenSpec }
  | { type: 'phrase'; meaning: Meaning };

/** One understood stretch of the text: tokens from `from` up to, not including, `to`. */
export type Piece = Content & { from: number; to: number };

export interface Scan {
  text: string;
  tokens: readonly Token[];
  pieces: readonly Piece[];
  /** token places already taken into another piece */
  spent: readonly { from: number; to: number }[];
}

type Reader = (tokens: readonly Token[], at: number, before: Piece | undefined) => Piece | null;

function as<T>(at: number, found: Found<T> | null, content: (value: T) => Content): Piece | null {
  return found ? { ...content(found.value), from: at, to: found.to } : null;
}

const plain: Reader = (tokens, at) => {
  const token = tokens[at];
  if (token?.kind === 'break') return { type: 'break', from: at, to: at + 1 };
  if (token?.kind === 'email') return { type: 'email', from: at, to: at + 1 };
  return token?.kind === 'phone' ? { type: 'phone', e164: token.word, from: at, to: at + 1 } : null;
};

const vehicle: Reader = (tokens, at, before) => {
  const timely = before?.type === 'when' || /^(?:at|@|by|around|after|before|for|in)$/.test(wordAt(tokens, at - 1));
  const found = vehicleAt(tokens, at, !timely);
  return found ? { type: 'vehicle', name: found.name, alone: found.alone, from: at, to: found.to } : null;
};

/** A phrase that swallows the "in" of "coming in 20 min" gives way to its shorter sister. */
const phrase: Reader = (tokens, at) => {
  for (const { words, meaning } of phrasesAt(tokens, at)) {
    const last = at + words.length - 1;
    const swallows = words.length > 1 && wordAt(tokens, last) === 'in' && readShift(tokens, last, false) !== null;
    if (!swallows) return { type: 'phrase', meaning, from: at, to: last + 1 };
  }
  return null;
};

function isMarker(piece: Piece | undefined): boolean {
  return piece?.type === 'phrase' && ['due', 'meet', 'beBack', 'either'].includes(piece.meaning.role);
}

const waits = /^(?:fu|f\/u|cb|c\/b|up|back|follow-up|followup|base|again)$/;

/** "fu lopez 2 wks": a marker stands a few words back in the same clause. */
function markerNear(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= Math.max(0, at - 5) && tokens[back]?.kind !== 'break'; back -= 1)
    if (waits.test(wordAt(tokens, back))) return true;
  return false;
}

const when: Reader = (tokens, at, before) => {
  const found = readWhen(tokens, at, { hour: isMarker(before), wait: isMarker(before) || markerNear(tokens, at) });
  return as(at, found, (spec) => ({ type: 'when', spec }));
};

// The order is the point: what only looks like a date (stock numbers, prices, mileages, "3/4 ton") is gone before dates are read.
const readers: readonly Reader[] = [
  plain,
  (tokens, at) => as(at, vinAt(tokens, at), (value) => ({ type: 'vin', value })),
  (tokens, at, before) => (before?.type === 'vehicle' ? hashStock(tokens, at) : null),
  (tokens, at) => as(at, stockNumberAt(tokens, at), (value) => ({ type: 'stock', value })),
  (tokens, at) => as(at, dealNumberAt(tokens, at), (number) => ({ type: 'deal', number })),
  (tokens, at) => as(at, mileageAt(tokens, at), (amount) => ({ type: 'mileage', amount })),
  vehicle,
  (tokens, at) => as(at, moneyAt(tokens, at), (money) => ({ type: 'money', money })),
  phrase,
  when,
  (tokens, at) => as(at, minutesAt(tokens, at), (amount) => ({ type: 'minutes', amount })),
];

/** "the tahoe #4411": a bare number right after a car is its stock number. */
function hashStock(tokens: readonly Token[], at: number): Piece | null {
  const found = tokens[at]?.kind === 'hash' ? dealNumberAt(tokens, at) : null;
  return found ? { type: 'stock', value: String(found.value), from: at, to: found.to } : null;
}

function pieceAt(tokens: readonly Token[], at: number, before: Piece | undefined): Piece {
  for (const read of readers) {
    const piece = read(tokens, at, before);
    if (piece) return piece;
  }
  return { type: 'word', from: at, to: at + 1 };
}

/** Reads a tidied text from left to right into pieces. Every token belongs to exactly one piece. */
export function scan(text: string): Scan {
  const tokens = tokenize(text);
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; ) {
    const piece = pieceAt(tokens, at, pieces.at(-1));
    pieces.push(piece);
    at = piece.to;
  }
  return { text, tokens, pieces, spent: [] };
}
