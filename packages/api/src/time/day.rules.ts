import { Temporal } from 'temporal-polyfill';

/** The calendar day (YYYY-MM-DD) of an instant in a time zone. */
export function dayIn(at: Date, timeZone: string): string {
  return zoned(at, timeZone).toPlainDate().toString();
}

/** The instants at which a calendar day begins and ends in a time zone; 23 or 25 hours apart when clocks change. */
export function dayBounds(day: string, timeZone: string): { from: string; to: string } {
  const start = Temporal.PlainDate.from(day);
  const at = (date: Temporal.PlainDate) =>
    date.toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 });
  return { from: at(start), to: at(start.add({ days: 1 })) };
}

/** Whether a time zone's name is one that can be used. */
export function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return true;
  } catch {
    return false;
  }
}

function zoned(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}

/** "Fri Nov 27, 3:00 PM" in a time zone; the day alone when the time of day was not said. */
export function dayTime(at: string, timeZone: string, allDay = false): string {
  const day = { weekday: 'short', month: 'short', day: 'numeric' } as const;
  const time = allDay ? {} : ({ hour: 'numeric', minute: '2-digit' } as const);
  return new Intl.DateTimeFormat('en-US', { ...day, ...time, timeZone }).format(new Date(at)).replace(',', '');
}
