import { type Token, wordAt } from '../text/tokens.ts';
import { readClock } from './clock.ts';
import { readDay } from './day.ts';
import { readShift } from './shift.ts';
import type { Read, WhenSpec } from './spec.ts';

function clockAfter(tokens: readonly Token[], at: number): ReturnType<typeof readClock> {
  const direct = readClock(tokens, at, true);
  if (direct || wordAt(tokens, at) !== ',') return direct;
  const afterComma = readClock(tokens, at + 1, false);
  return afterComma?.value.sure ? afterComma : null;
}

function dayThenClock(tokens: readonly Token[], at: number): Read<WhenSpec> | null {
  const day = readDay(tokens, at);
  if (!day) return null;
  const clock = clockAfter(tokens, day.to);
  const evening = day.value.clock !== null && clock !== null && clock.value.hour < 12 && !clock.value.sure;
  const time = clock ? { hour: clock.value.hour + (evening ? 12 : 0), minute: clock.value.minute } : day.value.clock;
  const direction = day.value.direction ?? (clock?.value.ahead ? 'future' : null);
  return { to: clock?.to ?? day.to, value: { day: day.value.day, clock: time, shiftMinutes: null, direction } };
}

function clockThenDay(tokens: readonly Token[], at: number, loose: boolean): Read<WhenSpec> | null {
  const bare = readClock(tokens, at, true);
  const afterBare = bare && !loose ? readDay(tokens, bare.to) : null;
  const clock = afterBare && (tokens[at]?.amount ?? 100) < 100 ? bare : readClock(tokens, at, loose);
  if (!clock) return null;
  const day = readDay(tokens, clock.to);
  const part = day ? /^(?:morning|am|afternoon|evening|night|pm)$/.exec(wordAt(tokens, day.to))?.[0] : undefined;
  const late = day?.value.clock || (part && part !== 'morning' && part !== 'am');
  const hour = clock.value.hour;
  const shifted = part === 'morning' || part === 'am' ? hour % 12 : late && hour < 12 ? hour + 12 : hour;
  const time = { hour: clock.value.sure && !part ? hour : shifted, minute: clock.value.minute };
  const direction = day?.value.direction ?? (clock.value.ahead ? 'future' : null);
  const to = (day?.to ?? clock.to) + (part ? 1 : 0);
  return { to, value: { day: day?.value.day ?? null, clock: time, shiftMinutes: null, direction } };
}

function shiftThenClock(tokens: readonly Token[], at: number, wait: boolean): Read<WhenSpec> | null {
  const shift = readShift(tokens, at, wait);
  if (!shift?.value.day) return shift;
  const clock = clockAfter(tokens, shift.to);
  if (!clock) return shift;
  return { to: clock.to, value: { ...shift.value, clock: { hour: clock.value.hour, minute: clock.value.minute } } };
}

/** "this morning", "this afternoon": today, whichever way the sentence looks. */
function thisPart(tokens: readonly Token[], at: number): Read<WhenSpec> | null {
  if (wordAt(tokens, at) !== 'this' || !/^(?:morning|afternoon|aftn|evening|eve)$/.test(wordAt(tokens, at + 1)))
    return null;
  const clock = readClock(tokens, at + 1, true);
  if (!clock) return null;
  const { hour, minute } = clock.value;
  return {
    to: clock.to,
    value: { day: { type: 'offset', days: 0 }, clock: { hour, minute }, shiftMinutes: null, direction: null },
  };
}

/** "mon or tue", "fri or sat at 10": the first day counts, the time belongs to both. */
function withAlternative(tokens: readonly Token[], first: Read<WhenSpec> | null): Read<WhenSpec> | null {
  if (!first || first.value.clock || !/^(?:or|\/)$/.test(wordAt(tokens, first.to))) return first;
  const second = dayThenClock(tokens, first.to + 1);
  return second ? { to: second.to, value: { ...first.value, clock: second.value.clock } } : first;
}

export interface Loosely {
  /** a marker stands right before: a bare number is a time, "cb 3" */
  hour: boolean;
  /** a marker stands near: a bare span is a wait, "fu lopez 2 wks" */
  wait: boolean;
}

/** A day, a time, or both, at this place of the text. */
export function readWhen(tokens: readonly Token[], at: number, loosely: Loosely): Read<WhenSpec> | null {
  const distant = shiftThenClock(tokens, at, loosely.wait) ?? thisPart(tokens, at);
  return distant ?? withAlternative(tokens, dayThenClock(tokens, at)) ?? clockThenDay(tokens, at, loosely.hour);
}
