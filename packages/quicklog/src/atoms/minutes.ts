import { type Token, wordAt } from '../text/tokens.ts';
import type { Found } from './identifiers.ts';

const numerals: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fortyfive: 45,
  sixty: 60,
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cinco: 5,
  diez: 10,
};
const minute = /^(?:m|min|mins|minute|minutes|minuto|minutos)$/;
const hour = /^(?:h|hr|hrs|hour|hours|hora|horas)$/;
const elsewhere = /^(?:late|away|out|early|drive|wait|behind|from|ago)$/;

/** A count in digits or words; "half" is one half, "a couple of" is two. */
export function countAt(tokens: readonly Token[], at: number): Found<number> | null {
  const token = tokens[at];
  if (token?.kind === 'number' && token.unit === '') return { to: at + 1, value: token.amount };
  if (/^(?:half)$/.test(token?.word ?? ''))
    return { to: wordAt(tokens, at + 1) === 'an' || wordAt(tokens, at + 1) === 'a' ? at + 2 : at + 1, value: 0.5 };
  const article = token?.word === 'a' && /^(?:couple|few|half)$/.test(wordAt(tokens, at + 1)) ? at + 1 : at;
  const word = wordAt(tokens, article);
  const value = word === 'few' ? 3 : word === 'half' ? 0.5 : numerals[word];
  if (value === undefined) return null;
  return { to: wordAt(tokens, article + 1) === 'of' ? article + 2 : article + 1, value };
}

function glued(token: Token | undefined): number | null {
  const both = /^(\d{1,2})h(?:rs?)?(\d{1,2})m?(?:ins?)?$/.exec(token?.word ?? '');
  if (both) return Number(both[1]) * 60 + Number(both[2]);
  if (token?.kind !== 'number') return null;
  if (minute.test(token.unit)) return token.amount;
  return hour.test(token.unit) ? token.amount * 60 : null;
}

function single(tokens: readonly Token[], at: number): Found<number> | null {
  const stuck = glued(tokens[at]);
  if (stuck !== null) return { to: at + 1, value: stuck };
  const count = countAt(tokens, at);
  if (!count) return null;
  const unitAt = wordAt(tokens, count.to) === '-' ? count.to + 1 : count.to;
  if (minute.test(wordAt(tokens, unitAt))) return { to: unitAt + 1, value: count.value };
  return hour.test(wordAt(tokens, unitAt)) ? { to: unitAt + 1, value: count.value * 60 } : null;
}

/** Any length of time in minutes: "8 min", "1 hr 20 min", "half an hour", "1h15". */
export function lengthAt(tokens: readonly Token[], at: number): Found<number> | null {
  const first = single(tokens, at);
  if (!first || first.value < 60 || first.value % 60 !== 0) return first;
  const joint = wordAt(tokens, first.to) === 'and' ? first.to + 1 : first.to;
  const rest = single(tokens, joint);
  if (rest && rest.value < 60) return { to: rest.to, value: first.value + rest.value };
  return first;
}

/** How long a talk took. "20 min late" and "15 min away" are not that. */
export function minutesAt(tokens: readonly Token[], at: number): Found<number> | null {
  const length = lengthAt(tokens, at);
  if (!length || elsewhere.test(wordAt(tokens, length.to))) return null;
  const minutes = Math.round(length.value);
  return minutes >= 1 && minutes <= 600 ? { to: length.to, value: minutes } : null;
}
