import { Temporal } from 'temporal-polyfill';

interface DateHabits {
  /** Decides between 3/5 (March 5 in the US) and 3/5 (3 May elsewhere). */
  country: string;
  /** The zone that times without one are meant in. */
  timeZone: string;
}

interface Reading {
  year: number;
  month: number;
  day: number;
  rest: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthFirst = new Set(['US', 'PH', 'FM', 'PW', 'MH']);

/**
 * Takes a date as exports write it (ISO, 3/5/2024 2:33 PM, 05.03.2024, Mar 5 2024, a spreadsheet's serial number) and
 * gives the instant in ISO 8601, the start of the day when no time is named. Null when it cannot be read.
 */
export function readDate(text: string, habits: DateHabits): string | null {
  const trimmed = text.trim();
  try {
    if (/^\d{4}-\d\d-\d\d[T ].*(Z|[+-]\d\d:?\d\d)$/i.test(trimmed)) return Temporal.Instant.from(trimmed).toString();
    if (/^[2-5]\d{4}(\.\d+)?$/.test(trimmed)) return fromSerial(Number(trimmed), habits.timeZone);
    const reading = yearFirst(trimmed) ?? dayOrMonthFirst(trimmed, habits.country) ?? monthByName(trimmed);
    return reading ? toInstant(reading, habits.timeZone) : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

// Day 0 is 30 December 1899: spreadsheets believe that 1900 was a leap year.
function fromSerial(serial: number, timeZone: string): string {
  const midnight = Temporal.PlainDateTime.from('1899-12-30').add({ days: Math.floor(serial) });
  const seconds = Math.round((serial % 1) * 86_400);
  return midnight.add({ seconds }).toZonedDateTime(timeZone).toInstant().toString();
}

function yearFirst(text: string): Reading | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(\D.*)?$/.exec(text);
  return match
    ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), rest: match[4] ?? '' }
    : null;
}

function dayOrMonthFirst(text: string, country: string): Reading | null {
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(\D.*)?$/.exec(text);
  if (!match) return null;
  const [a, b] = [Number(match[1]), Number(match[3])];
  const american = match[2] !== '.' && monthFirst.has(country.toUpperCase());
  const [month, day] = (american && a <= 12) || b > 12 ? [a, b] : [b, a];
  return { year: fullYear(match[4] ?? ''), month, day, rest: match[5] ?? '' };
}

function monthByName(text: string): Reading | null {
  const match = /^(?:(\p{L}{3,9})\.? (\d{1,2})|(\d{1,2})\.?[ -](\p{L}{3,9})\.?),?[ -](\d{4})(\D.*)?$/u.exec(text);
  const month = months.indexOf((match?.[1] ?? match?.[4] ?? '').slice(0, 3).toLowerCase()) + 1;
  if (!match || month === 0) return null;
  return { year: Number(match[5]), month, day: Number(match[2] ?? match[3]), rest: match[6] ?? '' };
}

function toInstant({ year, month, day, rest }: Reading, timeZone: string): string | null {
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  const plainTime = timeOf(rest);
  if (plainTime === null || year < 1900 || year > 2200) return null;
  return date.toZonedDateTime({ timeZone, plainTime }).toInstant().toString();
}

function timeOf(rest: string): Temporal.PlainTime | undefined | null {
  if (/^[,\s]*$/.test(rest)) return undefined;
  const match = /^[T,\s]+(?:at )?(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?$/i.exec(rest);
  if (!match) return null;
  const hour = Number(match[1]);
  const half = match[4]?.toLowerCase();
  const shifted = half ? (hour % 12) + (half === 'p' ? 12 : 0) : hour;
  return Temporal.PlainTime.from(
    { hour: shifted, minute: Number(match[2]), second: Number(match[3] ?? 0) },
    { overflow: 'reject' },
  );
}

function fullYear(digits: string): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) + (Number(digits) < 70 ? 2000 : 1900);
}
