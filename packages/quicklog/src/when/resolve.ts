import { Temporal } from 'temporal-polyfill';
import type { When } from '../types.ts';
import type { Clock, DaySpec, WhenSpec } from './spec.ts';

export interface Moment {
  now: Temporal.ZonedDateTime;
  today: Temporal.PlainDate;
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Now, in the dealership's zone. Throws RangeError when the instant or the zone is not one. */
export function momentOf(now: string, timeZone: string): Moment {
  const zoned = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone);
  return { now: zoned, today: zoned.toPlainDate() };
}

function labelOf(at: Temporal.ZonedDateTime, allDay: boolean, moment: Moment): string {
  const year = at.year === moment.now.year ? '' : ` ${at.year}`;
  const day = `${dayNames[at.dayOfWeek - 1]} ${monthNames[at.month - 1]} ${at.day}${year}`;
  if (allDay) return day;
  const minute = String(at.minute).padStart(2, '0');
  return `${day}, ${at.hour % 12 === 0 ? 12 : at.hour % 12}:${minute} ${at.hour < 12 ? 'AM' : 'PM'}`;
}

function toWhen(at: Temporal.ZonedDateTime, allDay: boolean, moment: Moment): When {
  return { at: at.toInstant().toString(), allDay, label: labelOf(at, allDay, moment) };
}

function atClock(date: Temporal.PlainDate, clock: Clock, moment: Moment): Temporal.ZonedDateTime {
  return date.toZonedDateTime({
    timeZone: moment.now.timeZoneId,
    plainTime: new Temporal.PlainTime(clock.hour, clock.minute),
  });
}

function isAhead(date: Temporal.PlainDate, clock: Clock | null, moment: Moment): boolean {
  if (!clock) return Temporal.PlainDate.compare(date, moment.today) >= 0;
  return Temporal.ZonedDateTime.compare(atClock(date, clock, moment), moment.now) > 0;
}

function tryDate(year: number, month: number, day: number): Temporal.PlainDate | null {
  const carried = new Temporal.PlainDate(year, month, 1);
  return day <= carried.daysInMonth ? carried.with({ day }) : null;
}

/** The first date of a series that lies in the wanted direction; dates that do not exist (Feb 30) are passed over. */
function firstThat(
  dates: Iterable<Temporal.PlainDate | null>,
  fits: (date: Temporal.PlainDate) => boolean,
): Temporal.PlainDate | null {
  for (const date of dates) if (date && fits(date)) return date;
  return null;
}

function weekdayAhead(
  spec: Extract<DaySpec, { type: 'weekday' }>,
  clock: Clock | null,
  moment: Moment,
): Temporal.PlainDate {
  const monday = moment.today.subtract({ days: moment.today.dayOfWeek - 1 });
  if (spec.week === 'next') return monday.add({ days: 7 + spec.weekday - 1 });
  const days = (spec.weekday - moment.today.dayOfWeek + 7) % 7;
  const stays = days > 0 || (clock ? isAhead(moment.today, clock, moment) : spec.week === 'this');
  return moment.today.add({ days: stays ? days : 7 }).add({ weeks: spec.weeks });
}

function calendarDates(
  spec: Extract<DaySpec, { type: 'date' | 'dayOfMonth' }>,
  moment: Moment,
  step: 1 | -1,
): (Temporal.PlainDate | null)[] {
  const { today } = moment;
  if (spec.type === 'date') {
    if (spec.year !== null) return [tryDate(spec.year, spec.month, spec.day)];
    return Array.from({ length: 9 }, (_, index) => tryDate(today.year + step * index, spec.month, spec.day));
  }
  const firsts = Array.from({ length: 4 }, (_, index) => today.with({ day: 1 }).add({ months: step * index }));
  return firsts.map((first) => tryDate(first.year, first.month, spec.day));
}

function dateAhead(spec: DaySpec, clock: Clock | null, moment: Moment): Temporal.PlainDate | null {
  const { today } = moment;
  switch (spec.type) {
    case 'offset':
      return today.add({ days: spec.days });
    case 'weeks':
      return today.add({ weeks: spec.weeks });
    case 'months':
      return today.add({ months: spec.months });
    case 'weekday':
      return weekdayAhead(spec, clock, moment);
    case 'startOfWeek':
      return today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: spec.weeks });
    case 'startOfMonth':
      return today.with({ day: 1 }).add({ months: spec.months });
    case 'endOfMonth':
      return today.with({ day: today.daysInMonth });
    default:
      return firstThat(calendarDates(spec, moment, 1), (date) => isAhead(date, clock, moment));
  }
}

/** Places a phrase ahead of now; null when it can only lie behind ("yesterday", "11/2/2019"). */
export function resolveAhead(spec: WhenSpec, moment: Moment): When | null {
  if (spec.shiftMinutes !== null) {
    if (spec.shiftMinutes <= 0) return null;
    return toWhen(
      moment.now.add({ minutes: spec.shiftMinutes }).round({ smallestUnit: 'minute', roundingMode: 'ceil' }),
      false,
      moment,
    );
  }
  const { clock } = spec;
  if (!spec.day) {
    if (!clock) return null;
    const date = isAhead(moment.today, clock, moment) ? moment.today : moment.today.add({ days: 1 });
    return toWhen(atClock(date, clock, moment), false, moment);
  }
  const date = dateAhead(spec.day, clock, moment);
  if (!date || Temporal.PlainDate.compare(date, moment.today) < 0) return null;
  // A time that has just gone by today still means today, only no longer by the clock.
  if (clock && isAhead(date, clock, moment)) return toWhen(atClock(date, clock, moment), false, moment);
  return toWhen(date.toZonedDateTime(moment.now.timeZoneId), true, moment);
}

function dateBehind(
  spec: DaySpec,
  fits: (date: Temporal.PlainDate) => boolean,
  moment: Moment,
): Temporal.PlainDate | null {
  const { today } = moment;
  if (spec.type === 'offset' || spec.type === 'weeks' || spec.type === 'months') return dateAhead(spec, null, moment);
  if (spec.type === 'date' || spec.type === 'dayOfMonth') return firstThat(calendarDates(spec, moment, -1), fits);
  if (spec.type !== 'weekday' || spec.week === 'next') return null;
  const days = (today.dayOfWeek - spec.weekday + 7) % 7;
  const first = today.subtract({ days: days === 0 && spec.week === 'last' ? 7 : days });
  return fits(first) ? first : first.subtract({ days: 7 });
}

/** Places a phrase behind now; null when that is simply now ("today") or cannot be ("tomorrow"). */
export function resolveBehind(spec: WhenSpec, moment: Moment): When | null {
  if (spec.direction === 'future') return null;
  if (spec.shiftMinutes !== null)
    return toWhen(moment.now.add({ minutes: spec.shiftMinutes }).round('minute'), false, moment);
  const { clock } = spec;
  const fits = (date: Temporal.PlainDate) =>
    clock
      ? Temporal.ZonedDateTime.compare(atClock(date, clock, moment), moment.now) <= 0
      : Temporal.PlainDate.compare(date, moment.today) <= 0;
  if (!spec.day) {
    if (!clock) return null;
    return toWhen(
      atClock(fits(moment.today) ? moment.today : moment.today.subtract({ days: 1 }), clock, moment),
      false,
      moment,
    );
  }
  const date = dateBehind(spec.day, fits, moment);
  if (!date || !fits(date) || (!clock && date.equals(moment.today))) return null;
  return clock
    ? toWhen(atClock(date, clock, moment), false, moment)
    : toWhen(date.toZonedDateTime(moment.now.timeZoneId), true, moment);
}
