import { Temporal } from 'temporal-polyfill';
import { dayBounds, dayIn } from '../time/day.rules.ts';

const upcomingDays = 7;

/** The instants and days that Today counts from, in the dealership's time zone. Weeks begin on Monday. */
export function todayBounds(now: Date, timeZone: string) {
  const date = dayIn(now, timeZone);
  const today = Temporal.PlainDate.from(date);
  const start = (day: Temporal.PlainDate) => dayBounds(day.toString(), timeZone).from;
  const { from, to } = dayBounds(date, timeZone);
  return {
    date,
    from,
    to,
    yesterday: start(today.subtract({ days: 1 })),
    upcomingTo: start(today.add({ days: upcomingDays + 1 })),
    weekFrom: start(today.subtract({ days: today.dayOfWeek - 1 })),
    monthFirst: today.with({ day: 1 }).toString(),
  };
}
