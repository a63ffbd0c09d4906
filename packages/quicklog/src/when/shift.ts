import { countAt, lengthAt } from '../atoms/minutes.ts';
import { isBreak, type Token, wordAt } from '../text/tokens.ts';
import { weekdays } from './day-words.ts';
import type { Read, WhenSpec } from './spec.ts';

const units: Readonly<Record<string, 'days' | 'weeks' | 'months'>> = {
  day: 'days',
  days: 'days',
  dia: 'days',
  dias: 'days',
  week: 'weeks',
  weeks: 'weeks',
  wk: 'weeks',
  wks: 'weeks',
  semana: 'weeks',
  semanas: 'weeks',
  month: 'months',
  months: 'months',
  mos: 'months',
  mes: 'months',
  meses: 'months',
};

interface Span {
  to: number;
  unit: 'days' | 'weeks' | 'months';
  count: number;
}

function spanAt(tokens: readonly Token[], at: number): Span | null {
  const stuck = /^(\d{1,3})(d|days?|wks?|weeks?|mos?|months?)$/.exec(wordAt(tokens, at));
  if (stuck)
    return {
      to: at + 1,
      unit: stuck[2]?.startsWith('d') ? 'days' : stuck[2]?.startsWith('w') ? 'weeks' : 'months',
      count: Number(stuck[1]),
    };
  const count = countAt(tokens, at);
  const unit = count ? units[wordAt(tokens, count.to)] : undefined;
  return count && unit && Number.isInteger(count.value) && count.value <= 400
    ? { to: count.to + 1, unit, count: count.value }
    : null;
}

function daySpec({ unit, count }: Span, sign: 1 | -1): WhenSpec {
  const direction = sign > 0 ? 'future' : 'past';
  const day =
    unit === 'days'
      ? ({ type: 'offset', days: sign * count } as const)
      : unit === 'weeks'
        ? ({ type: 'weeks', weeks: sign * count } as const)
        : ({ type: 'months', months: sign * count } as const);
  return { day, clock: null, shiftMinutes: null, direction };
}

function shift(minutes: number): WhenSpec {
  return { day: null, clock: null, shiftMinutes: Math.round(minutes), direction: minutes < 0 ? 'past' : 'future' };
}

const farthestMinutes = 60 * 24 * 60;

function near(length: { value: number } | null): boolean {
  return length !== null && length.value <= farthestMinutes;
}

function ago(tokens: readonly Token[], at: number): Read<WhenSpec> | null {
  const length = lengthAt(tokens, at);
  if (length && near(length) && wordAt(tokens, length.to) === 'ago')
    return { to: length.to + 1, value: shift(-length.value) };
  const span = spanAt(tokens, at);
  if (span && wordAt(tokens, span.to) === 'ago') return { to: span.to + 1, value: daySpec(span, -1) };
  const last = wordAt(tokens, at) === 'last' ? units[wordAt(tokens, at + 1)] : undefined;
  return last && last !== 'days' ? { to: at + 2, value: daySpec({ to: at, unit: last, count: 1 }, -1) } : null;
}

function weeksFromDay(tokens: readonly Token[], span: Span): Read<WhenSpec> | null {
  if (span.unit !== 'weeks' || wordAt(tokens, span.to) !== 'from') return null;
  const weekday = weekdays.get(wordAt(tokens, span.to + 1));
  if (!weekday) return null;
  const day = { type: 'weekday', weekday, week: 'coming', weeks: span.count } as const;
  return { to: span.to + 2, value: { day, clock: null, shiftMinutes: null, direction: 'future' } };
}

/**
 * A distance from now: "in 20 min", "in 2 weeks", "3 days from now", "a week from fri", "2 hours ago".
 * @param loose a bare span ("fu 2 wks") and bare minutes ("cb in 10") count, because a marker stands before it
 */
export function readShift(tokens: readonly Token[], at: number, loose: boolean): Read<WhenSpec> | null {
  const back = ago(tokens, at);
  if (back) return back;
  const led = /^(?:in|en|within)$/.test(wordAt(tokens, at));
  const start = led ? at + 1 : at;
  if (led && ago(tokens, start)) return null;
  const span = spanAt(tokens, start);
  const away = span ? weeksFromDay(tokens, span) : null;
  if (away) return away;
  const fromNow = (to: number) => wordAt(tokens, to) === 'from' && /^(?:now|today)$/.test(wordAt(tokens, to + 1));
  const length = lengthAt(tokens, start);
  if (length && near(length) && (led || fromNow(length.to)))
    return { to: led ? length.to : length.to + 2, value: shift(length.value) };
  const bare = led && loose && !length ? countAt(tokens, start) : null;
  if (bare && isBreak(tokens[bare.to]) && bare.value >= 5 && bare.value < 60)
    return { to: bare.to, value: shift(bare.value) };
  if (!span) return null;
  if (fromNow(span.to)) return { to: span.to + 2, value: daySpec(span, 1) };
  return led || loose ? { to: span.to, value: daySpec(span, 1) } : null;
}
