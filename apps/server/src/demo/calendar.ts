import { Temporal } from 'temporal-polyfill';

/** The dealership's calendar around the moment the demo is made. */
export interface Calendar {
  now: string;
  /** So many days from today, at a time of day; as an instant. */
  at(days: number, hour: number, minute?: number): string;
  /** So many days ago by the clock, moved into opening hours; never later than five minutes ago. */
  worked(daysAgo: number): string;
  /** The same instant plus some minutes, at the latest five minutes ago. */
  after(instant: string, minutes: number): string;
  /** The calendar day of an instant. */
  day(instant: string): string;
}

const opens = 9;
const closes = 20;
const busyHours = [9, 10, 10, 11, 12, 13, 14, 15, 15, 16, 16, 17, 17, 18, 18, 19];

export function createCalendar(now: Date, timeZone: string): Calendar {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const latest = now.getTime() - 5 * 60_000;
  const iso = (ms: number) => new Date(Math.min(ms, latest)).toISOString();
  return {
    now: now.toISOString(),
    at: (days, hour, minute = 0) => {
      const time = new Temporal.PlainTime(hour, minute);
      const date = here.toPlainDate().add({ days });
      return new Date(date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds).toISOString();
    },
    worked: (daysAgo) => {
      const then = here.subtract({ minutes: Math.round(daysAgo * 1_440) });
      if (then.hour >= opens && then.hour < closes) return iso(then.epochMilliseconds);
      // Most of the work is done late in the afternoon, some of it at every hour.
      const hour = busyHours[(then.hour * 60 + then.minute) % busyHours.length] ?? opens;
      const moved = then.with({ hour });
      // What would be later than now was the day before: not everything happened this very minute.
      return iso((moved.epochMilliseconds > latest ? moved.subtract({ days: 1 }) : moved).epochMilliseconds);
    },
    after: (instant, minutes) => iso(Date.parse(instant) + minutes * 60_000),
    day: (instant) => Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  };
}
