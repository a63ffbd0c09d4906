import { findPhones } from '../atoms/phone.ts';
import { fold } from './fold.ts';

export type TokenKind =
  | 'word'
  | 'number'
  | 'clock'
  | 'slash'
  | 'iso'
  | 'hash'
  | 'phone'
  | 'email'
  | 'url'
  | 'arrow'
  | 'symbol'
  | 'break';

/** A piece of text with its place in it. A number also carries its amount and the letters stuck to it ("55k", "3pm"). */
export interface Token {
  kind: TokenKind;
  text: string;
  word: string;
  start: number;
  end: number;
  amount: number;
  unit: string;
}

// Every quantifier that can backtrack is bounded, so ten thousand characters of anything stay linear.
const shapes: readonly (readonly [TokenKind, RegExp])[] = [
  ['url', /https?:\/\/\S{1,500}/iuy],
  ['email', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/uy],
  ['iso', /\d{4}-\d{1,2}-\d{1,2}(?!\d)/uy],
  ['clock', /\d{1,2}:\d{2}(?![\d:])(?:[ap](?:\.?m\.?)?(?!\p{L}))?/iuy],
  ['slash', /\d{1,2}\/\d{1,2}(?:\/(?:\d{4}|\d{2}))?(?![\d/])/uy],
  ['hash', /# ?\d{1,9}(?![\p{L}\p{N}])|#[\p{L}\p{N}][\p{L}\p{N}-]{0,19}/uy],
  ['number', /\$? ?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,20})(?:\.\d{1,4})?[\p{L}\p{N}]{0,20}/uy],
  ['arrow', /->|=>|→|»|>/uy],
  ['word', /(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|tmrw|cb|fu)(?=\d)/iuy],
  ['word', /(?:\p{L}\.){2,4}(?:\p{L}(?!\p{L}))?/uy],
  ['word', /w\/(?=\s|$|\p{L}{3}|\p{L}['’])/iuy],
  ['word', /\p{L}{1,2}[/&]\p{L}{1,2}(?![\p{L}/])/uy],
  ['word', /\p{L}[\p{L}\p{M}\p{N}\p{Cf}]*(?:['’‘`´-][\p{L}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*)*/uy],
  ['break', /-{2,}|(?<=\s)-(?=\s)|[–—…]|\.{2,}/uy],
  ['symbol', /[@&+~=<%/#-]/uy],
];

const invisible = /[\s\p{Cf}\p{M}"“”'’‘`´*_]/uy;
const dotted = new Set(
  'mr mrs ms dr st jr sr appt apt tel approx vs min mins hr hrs mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
);

function wordOf(kind: TokenKind, text: string): string {
  const word = fold(text);
  if (kind !== 'word' || !word.includes('.')) return word;
  const plain = word.replaceAll('.', '');
  return plain === 'to' ? 't/o' : plain;
}

function make(kind: TokenKind, text: string, start: number): Token {
  const token: Token = {
    kind,
    text,
    word: wordOf(kind, text),
    start,
    end: start + text.length,
    amount: Number.NaN,
    unit: '',
  };
  if (kind !== 'number') return token;
  const [, digits = '', unit = ''] = /^\$? ?([\d,]+(?:\.\d+)?)(.*)$/u.exec(token.word) ?? [];
  if (/\d/.test(unit)) return { ...token, kind: 'word' };
  return { ...token, amount: Number(digits.replaceAll(',', '')), unit };
}

function matchShape(text: string, at: number): Token | null {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at;
    const found = shape.exec(text);
    if (found) return make(kind, found[0], at);
  }
  return null;
}

function isAbbreviationDot(text: string, at: number, before: Token | undefined): boolean {
  if (text[at] !== '.' || before?.end !== at || before.kind !== 'word') return false;
  return dotted.has(before.word) || before.word.length === 1;
}

function skipInvisible(text: string, at: number): number {
  invisible.lastIndex = at;
  const found = invisible.exec(text);
  return found ? at + found[0].length : at;
}

/** Splits a tidied text into words, numbers and marks; every token knows where it stands. Linear in the length of the text. */
export function tokenize(text: string): Token[] {
  const phones = new Map(findPhones(text).map((phone) => [phone.start, phone]));
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const next = skipInvisible(text, at);
    if (next > at) {
      at = next;
      continue;
    }
    const phone = phones.get(at);
    if (phone) {
      tokens.push({ ...make('phone', text.slice(at, phone.end), at), word: phone.e164 });
      at = phone.end;
      continue;
    }
    if (isAbbreviationDot(text, at, tokens.at(-1))) {
      at += 1;
      continue;
    }
    const other = String.fromCodePoint(text.codePointAt(at) ?? 32);
    const token = matchShape(text, at) ?? make('break', other, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

/** The folded word at a place, or an empty string beyond either end. */
export function wordAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.word ?? '';
}

/** True where a clause ends: a mark, or the end of the text. */
export function isBreak(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'break';
}
