import { wordSet } from '../lexicon/expand.ts';
import { isBreak, type Token, wordAt } from '../text/tokens.ts';
import type { Clock, Read } from './spec.ts';

export interface ClockReading extends Clock {
  /** am/pm, a colon or a word such as noon: cannot be a mere number */
  sure: boolean;
  /** end of day and first thing: always ahead */
  ahead: boolean;
}

const leads = wordSet('at @ around arnd abt about ~ by after before like las');
const parts: Readonly<Record<string, number>> = {
  noon: 12,
  midday: 12,
  mediodia: 12,
  morning: 9,
  mornin: 9,
  am: 9,
  afternoon: 14,
  aftn: 14,
  pm: 14,
  tarde: 14,
  evening: 18,
  eve: 18,
  night: 18,
  nite: 18,
  noche: 18,
  lunch: 12,
  lunchtime: 12,
};
const standalone = wordSet('noon midday mediodia');
const endOfDay = wordSet('eod cob eob');
const notAnHour = wordSet(
  '/ mo monthly percent % apr points pts point kids days day weeks week wks months month mos years year yrs cars people times more others vehicles trucks down off over k grand star stars hundred thousand x series row rows miles mi hours hrs min mins minutes of keys - door doors owner owners options calls tons ton',
);
const prepositions = wordSet('re to for about with w/ and if or but on so w for at in y con');

/** Bare hours as a showroom means them: 1–7 are p.m., 8–11 a.m., 12 noon. */
function guessHour(hour: number): number {
  return hour >= 1 && hour <= 7 ? hour + 12 : hour;
}

function withMeridiem(hour: number, meridiem: 'a' | 'p'): number {
  return (hour % 12) + (meridiem === 'p' ? 12 : 0);
}

function meridiemOf(word: string): 'a' | 'p' | null {
  if (/^(?:a|am)$/.test(word)) return 'a';
  return /^(?:p|pm)$/.test(word) ? 'p' : null;
}

const spokenHours = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

interface Digits {
  hour: number;
  minute: number;
  meridiem: 'a' | 'p' | null;
  colon: boolean;
}

function digitsOf(token: Token | undefined): Digits | null {
  const spoken = spokenHours.indexOf(token?.word ?? '');
  if (spoken >= 0) return { hour: spoken + 1, minute: 0, meridiem: null, colon: false };
  const colon = /^(\d{1,2}):(\d{2})([ap])?/.exec(token?.kind === 'clock' ? token.word : '');
  if (colon)
    return { hour: Number(colon[1]), minute: Number(colon[2]), meridiem: meridiemOf(colon[3] ?? ''), colon: true };
  if (token?.kind !== 'number' || !/^\d{1,4}(?:$|[^\d,.])/.test(token.text)) return null;
  if (!/^(?:a|p|am|pm|ish|pmish|amish|oclock|o|)$/.test(token.unit)) return null;
  const together = token.amount >= 100;
  const hour = together ? Math.floor(token.amount / 100) : token.amount;
  return {
    hour,
    minute: together ? token.amount % 100 : 0,
    meridiem: meridiemOf(token.unit.slice(0, 1)),
    colon: false,
  };
}

function isTime({ hour, minute, meridiem, colon }: Digits, together: boolean): boolean {
  if (minute > 59 || (together && !meridiem && minute % 5 !== 0)) return false;
  if (meridiem) return hour >= 1 && hour <= 12;
  return colon ? hour <= 23 : hour >= 1 && hour <= (together ? 20 : 12);
}

function pastRange(tokens: readonly Token[], at: number): { to: number; meridiem: 'a' | 'p' | null } {
  const joined =
    /^(?:-|or)$/.test(wordAt(tokens, at)) ||
    (wordAt(tokens, at) === 'and' && /^(?:between|btwn|btw)$/.test(wordAt(tokens, at - 2)));
  const until = joined ? digitsOf(tokens[at + 1]) : null;
  if (!until || until.hour > 12) return { to: at, meridiem: null };
  const spaced = wordAt(tokens, at + 2) === 'a' ? null : meridiemOf(wordAt(tokens, at + 2));
  return { to: spaced ? at + 3 : at + 2, meridiem: until.meridiem ?? spaced };
}

interface Meridiem {
  to: number;
  meridiem: 'a' | 'p' | null;
}

function readMeridiem(tokens: readonly Token[], at: number): Meridiem {
  let to = /^(?:o'clock|oclock|ish|sharp)$/.test(wordAt(tokens, at)) ? at + 1 : at;
  const direct = wordAt(tokens, to) === 'a' ? null : meridiemOf(wordAt(tokens, to));
  if (direct) return { to: to + 1, meridiem: direct };
  const phrase = /^(?:in|de|por|this)$/.test(wordAt(tokens, to))
    ? to + (/^(?:the|la)$/.test(wordAt(tokens, to + 1)) ? 2 : 1)
    : to;
  const part = parts[wordAt(tokens, phrase)] ?? (wordAt(tokens, phrase) === 'manana' && phrase > to ? 9 : undefined);
  if (part !== undefined && !standalone.has(wordAt(tokens, phrase)))
    return { to: phrase + 1, meridiem: part < 12 ? 'a' : 'p' };
  to = /^(?:ish|sharp)$/.test(wordAt(tokens, to)) ? to + 1 : to;
  return { to, meridiem: null };
}

function readDigits(tokens: readonly Token[], at: number, loose: boolean): Read<ClockReading> | null {
  const digits = digitsOf(tokens[at]);
  if (!digits) return null;
  const range = pastRange(tokens, at + 1);
  const after = readMeridiem(tokens, range.to);
  const meridiem = digits.meridiem ?? range.meridiem ?? after.meridiem;
  const together = !digits.colon && (tokens[at]?.amount ?? 0) >= 100;
  if (!isTime({ ...digits, meridiem }, together)) return null;
  const sure = digits.colon || meridiem !== null || /^(?:ish|o|oclock)/.test(tokens[at]?.unit ?? '');
  if (!sure && !loose) return null;
  if (!sure && notAnHour.has(wordAt(tokens, after.to))) return null;
  const borrowed = digits.meridiem ?? (range.meridiem && digits.hour > 11 ? null : range.meridiem) ?? after.meridiem;
  const hour = borrowed && digits.hour <= 12 ? withMeridiem(digits.hour, borrowed) : guessHour(digits.hour);
  return { to: after.to, value: { hour, minute: digits.minute, sure, ahead: false } };
}

function readEndOfDay(tokens: readonly Token[], at: number): Read<ClockReading> | null {
  const eod = { hour: 18, minute: 0, sure: true, ahead: true };
  if (endOfDay.has(wordAt(tokens, at))) return { to: at + 1, value: eod };
  const phrase = [0, 1, 2].map((offset) => wordAt(tokens, at + offset)).join(' ');
  if (/^(?:end of day|close of business|end of business|end of the)$/.test(phrase)) {
    if (!phrase.endsWith('the')) return { to: at + 3, value: eod };
    return wordAt(tokens, at + 3) === 'day' ? { to: at + 4, value: eod } : null;
  }
  if (!phrase.startsWith('first thing')) return null;
  const tail = /^in the (?:morning|am)$/.test([2, 3, 4].map((offset) => wordAt(tokens, at + offset)).join(' '));
  return { to: tail ? at + 5 : at + 2, value: { hour: 9, minute: 0, sure: true, ahead: true } };
}

/** "tmrw morning 7", "fri evening at 8": the part of the day tells which 7 and which 8. */
function hourOfPart(tokens: readonly Token[], from: number, meridiem: 'a' | 'p'): Read<ClockReading> | null {
  const at = skipLeads(tokens, from);
  const digits = digitsOf(tokens[at]);
  if (!digits || digits.hour > 12 || !isTime(digits, false) || notAnHour.has(wordAt(tokens, at + 1))) return null;
  const hour = withMeridiem(digits.hour, digits.meridiem ?? meridiem);
  return { to: at + 1, value: { hour, minute: digits.minute, sure: true, ahead: false } };
}

function readPart(tokens: readonly Token[], at: number, loose: boolean): Read<ClockReading> | null {
  const article =
    /^(?:in|por|de)$/.test(wordAt(tokens, at)) && /^(?:the|la)$/.test(wordAt(tokens, at + 1)) ? at + 2 : at;
  const early = /^(?:early|late|mid)$/.test(wordAt(tokens, article)) ? article + 1 : article;
  const word = wordAt(tokens, early);
  const hour = parts[word] ?? (word === 'manana' && article > at ? 9 : undefined);
  if (hour === undefined || !(loose || standalone.has(word) || article > at)) return null;
  const told = hourOfPart(tokens, early + 1, hour < 12 ? 'a' : 'p');
  if (told && !standalone.has(word)) return told;
  const late = word.startsWith('lunch') && wordAt(tokens, article - 1) === 'after' ? 1 : 0;
  return { to: early + 1, value: { hour: hour + late, minute: 0, sure: true, ahead: false } };
}

function skipLeads(tokens: readonly Token[], from: number): number {
  let at = from;
  if (wordAt(tokens, at) === 'a' && wordAt(tokens, at + 1) === 'las') at += 2;
  while (at < from + 3 && leads.has(wordAt(tokens, at))) at += 1;
  if (/^(?:between|btwn|btw)$/.test(wordAt(tokens, at))) at += 1;
  return at;
}

function followsWell(tokens: readonly Token[], to: number): boolean {
  return isBreak(tokens[to]) || prepositions.has(wordAt(tokens, to));
}

/**
 * A time of day at this place: "3pm", "at 3", "@ 10:30", "eod", "noon", "in the morning".
 * @param loose a bare number or part of day counts ("fri 3", "cb 3"), because a day or a marker stands before it
 */
export function readClock(tokens: readonly Token[], from: number, loose: boolean): Read<ClockReading> | null {
  const at = skipLeads(tokens, from);
  const special =
    readEndOfDay(tokens, at) ?? readPart(tokens, at, loose || (at > from && wordAt(tokens, at).startsWith('lunch')));
  if (special) return special;
  const digits = readDigits(tokens, at, loose || at > from);
  if (!digits || digits.value.sure || loose) return digits;
  const strong = /^(?:at|@|las|between|btwn|btw)$/.test(wordAt(tokens, at - 1)) && (tokens[at]?.amount ?? 0) < 100;
  return strong || followsWell(tokens, digits.to) ? digits : null;
}
