import { isBreak, type Token, wordAt } from '../text/tokens.ts';
import { months, ordinalNouns, today, tomorrow, tonight, weekdays, yesterday } from './day-words.ts';
import type { Clock, DaySpec, Direction, Read } from './spec.ts';

export interface DayReading {
  day: DaySpec;
  direction: Direction;
  clock: Clock | null;
}

type Reader = (tokens: readonly Token[], at: number) => Read<DayReading> | null;

const daysInMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lead = /^(?:on|by|for|el|around|before|after|this)$/;
const verbAfterSat = /^(?:down|with|w\/|in|for|through)$/;

function is(to: number, day: DaySpec, direction: Direction = null, clock: Clock | null = null): Read<DayReading> {
  return { to, value: { day, direction, clock } };
}

function date(to: number, month: number, day: number, year: number | null): Read<DayReading> | null {
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= (daysInMonth[month - 1] ?? 0);
  return valid ? is(to, { type: 'date', month, day, year }) : null;
}

function dayNumber(token: Token | undefined): number | null {
  if (token?.kind !== 'number' || !/^\d{1,2}(?:st|nd|rd|th)?$/.test(token.word)) return null;
  return token.amount >= 1 && token.amount <= 31 ? token.amount : null;
}

function isOrdinal(token: Token | undefined): boolean {
  return /^\d{1,2}(?:st|nd|rd|th)$/.test(token?.word ?? '');
}

function yearAfter(tokens: readonly Token[], at: number): { to: number; year: number | null } {
  const comma = wordAt(tokens, at) === ',' ? at + 1 : at;
  const token = tokens[comma];
  const isYear = token?.kind === 'number' && /^20[2-4]\d$/.test(token.text);
  return isYear ? { to: comma + 1, year: token.amount } : { to: at, year: null };
}

const relative: Reader = (tokens, at) => {
  const word = wordAt(tokens, at);
  const [next, third] = [wordAt(tokens, at + 1), wordAt(tokens, at + 2)];
  if (word === 'later' && next === 'today') return is(at + 2, { type: 'offset', days: 0 }, 'future');
  if (today.has(word)) return is(at + 1, { type: 'offset', days: 0 });
  if (tonight.has(word)) return is(at + 1, { type: 'offset', days: 0 }, null, { hour: 18, minute: 0 });
  if (word === 'pasado' && next === 'manana') return is(at + 2, { type: 'offset', days: 2 }, 'future');
  if (tomorrow.has(word)) return is(at + 1, { type: 'offset', days: 1 }, 'future');
  if (yesterday.has(word)) return is(at + 1, { type: 'offset', days: -1 }, 'past');
  if (word === 'last' && /^(?:night|nite)$/.test(next))
    return is(at + 2, { type: 'offset', days: -1 }, 'past', { hour: 18, minute: 0 });
  const skipped = word === 'the' || word === 'a' ? 1 : 0;
  const [day, edge, of] = [0, 1, 2].map((offset) => wordAt(tokens, at + skipped + offset));
  if (day !== 'day' || !of) return null;
  if (edge === 'after' && tomorrow.has(of)) return is(at + skipped + 3, { type: 'offset', days: 2 }, 'future');
  return edge === 'before' && (yesterday.has(of) || third === 'yesterday')
    ? is(at + skipped + 3, { type: 'offset', days: -2 }, 'past')
    : null;
};

/** "thurs the 3rd", "fri, nov 27", "fri 11/27": the date settles it, the weekday is only courtesy. */
function dateAfterWeekday(tokens: readonly Token[], at: number): Read<DayReading> | null {
  const comma = wordAt(tokens, at) === ',' ? at + 1 : at;
  return (
    monthDay(tokens, comma) ??
    slash(tokens, comma) ??
    (isOrdinal(tokens[comma]) || wordAt(tokens, comma) === 'the' ? ordinal(tokens, comma) : null)
  );
}

const weekday: Reader = (tokens, from) => {
  const week = /^(?:next|nxt|proximo)$/.test(wordAt(tokens, from))
    ? 'next'
    : /^(?:last|past|pasado)$/.test(wordAt(tokens, from))
      ? 'last'
      : null;
  const here = /^(?:this|este|coming|upcoming)$/.test(wordAt(tokens, from));
  let at = from + (week || here ? 1 : 0);
  if (here && wordAt(tokens, at) === 'coming') at += 1;
  const number = weekdays.get(wordAt(tokens, at));
  if (number === undefined || (wordAt(tokens, at) === 'sat' && verbAfterSat.test(wordAt(tokens, at + 1)))) return null;
  const dated = week ? null : dateAfterWeekday(tokens, at + 1);
  if (dated) return dated;
  const nextWeek = /^(?:next|nxt)$/.test(wordAt(tokens, at + 1)) && /^(?:week|wk)$/.test(wordAt(tokens, at + 2));
  const spanishNext = wordAt(tokens, at + 1) === 'que' && wordAt(tokens, at + 2) === 'viene';
  const said = nextWeek ? 'next' : (week ?? (here ? 'this' : 'coming'));
  const direction = said === 'next' ? 'future' : said === 'last' ? 'past' : null;
  return is(
    at + (nextWeek || spanishNext ? 3 : 1),
    { type: 'weekday', weekday: number, week: said, weeks: 0 },
    direction,
  );
};

const nextSpan: Reader = (tokens, at) => {
  const [one, two, three] = [0, 1, 2].map((offset) => wordAt(tokens, at + offset));
  const next = /^(?:next|nxt|proxima)$/.test(one ?? '');
  if (next && /^(?:week|wk|semana)$/.test(two ?? '')) {
    const day = weekdays.get(three ?? '');
    if (day) return is(at + 3, { type: 'weekday', weekday: day, week: 'next', weeks: 0 }, 'future');
    return is(at + 2, { type: 'startOfWeek', weeks: 1 }, 'future');
  }
  if (next && two === 'month') return is(at + 2, { type: 'startOfMonth', months: 1 }, 'future');
  if (next && two === 'weekend') return is(at + 2, { type: 'weekday', weekday: 6, week: 'next', weeks: 0 }, 'future');
  const weekendAt = /^(?:this|the)$/.test(one ?? '') ? at + 1 : at;
  if (/^(?:weekend|wknd|wkend)$/.test(wordAt(tokens, weekendAt)))
    return is(weekendAt + 1, { type: 'weekday', weekday: 6, week: 'coming', weeks: 0 });
  const first = /^(?:1st|first)$/.test(wordAt(tokens, one === 'the' ? at + 1 : at))
    ? one === 'the'
      ? at + 2
      : at + 1
    : -1;
  if (
    first > 0 &&
    /^of (?:the|next) month$/.test([0, 1, 2].map((offset) => wordAt(tokens, first + offset)).join(' '))
  ) {
    return is(first + 3, { type: 'startOfMonth', months: 1 }, 'future');
  }
  if (one === 'eow') return is(at + 1, { type: 'weekday', weekday: 5, week: 'this', weeks: 0 }, 'future');
  if (one === 'eom') return is(at + 1, { type: 'endOfMonth' }, 'future');
  const ofAt = wordAt(tokens, at + 2) === 'the' ? at + 3 : at + 2;
  if (one !== 'end' || two !== 'of') return null;
  if (/^(?:week|wk)$/.test(wordAt(tokens, ofAt)))
    return is(ofAt + 1, { type: 'weekday', weekday: 5, week: 'this', weeks: 0 }, 'future');
  return wordAt(tokens, ofAt) === 'month' ? is(ofAt + 1, { type: 'endOfMonth' }, 'future') : null;
};

const monthDay: Reader = (tokens, at) => {
  const month = months.get(wordAt(tokens, at));
  const token = tokens[at + 1];
  const day = dayNumber(token);
  if (month !== undefined && day !== null && !/^(?:min|mins|minutes|k)$/.test(wordAt(tokens, at + 2))) {
    const { to, year } = yearAfter(tokens, at + 2);
    return date(to, month, day, year);
  }
  const first = dayNumber(tokens[at]);
  const ofAt = /^(?:of|de)$/.test(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
  const named = months.get(wordAt(tokens, ofAt));
  if (first !== null && named !== undefined) {
    const { to, year } = yearAfter(tokens, ofAt + 1);
    return date(to, named, first, year);
  }
  const inMonth = wordAt(tokens, at) === 'in' ? months.get(wordAt(tokens, at + 1)) : undefined;
  return inMonth && isBreak(tokens[at + 2]) ? date(at + 2, inMonth, 1, null) : null;
};

const slash: Reader = (tokens, at) => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(wordAt(tokens, at));
  if (iso) return date(at + 1, Number(iso[2]), Number(iso[3]), Number(iso[1]));
  const parts = tokens[at]?.kind === 'slash' ? /^(\d+)\/(\d+)(?:\/(\d+))?$/.exec(wordAt(tokens, at)) : null;
  if (!parts || /^(?:tons?|inch|price|off|down|mile|miles|of|cup|hour|hr|the|way|year)$/.test(wordAt(tokens, at + 1)))
    return null;
  const year = parts[3] ? (Number(parts[3]) % 2000) + 2000 : null;
  return date(at + 1, Number(parts[1]), Number(parts[2]), year);
};

const ordinal: Reader = (tokens, from) => {
  const the = wordAt(tokens, from) === 'the' || wordAt(tokens, from) === 'el';
  const at = the ? from + 1 : from;
  const day = isOrdinal(tokens[at]) ? dayNumber(tokens[at]) : null;
  if (day === null || ordinalNouns.has(wordAt(tokens, at + 1))) return null;
  return is(at + 1, { type: 'dayOfMonth', day });
};

const readers: readonly Reader[] = [nextSpan, relative, weekday, monthDay, slash, ordinal];

function firstOf(tokens: readonly Token[], at: number): Read<DayReading> | null {
  for (const reader of readers) {
    const found = reader(tokens, at);
    if (found) return found;
  }
  return null;
}

/** A day at this place, with the small word that leads to it: "tmrw", "on fri", "next wed", "nov 30", "12/1", "the 5th". */
export function readDay(tokens: readonly Token[], at: number): Read<DayReading> | null {
  const direct = firstOf(tokens, at);
  if (direct || !lead.test(wordAt(tokens, at))) return direct;
  return firstOf(tokens, at + 1);
}
