import { Temporal } from 'temporal-polyfill';

/** The ranges people ask for by name. */
export const periods = ['today', 'week', 'month', 'last_month', 'last_90_days'] as const;
export type Period = (typeof periods)[number];

/** Calendar days, both included. */
export interface Days {
  from: string;
  to: string;
}

/** What a report looks at, what it is held against, and how far the line it is held against is drawn. */
export interface Ranges {
  range: Days;
  compare: Days;
  pace: Days;
}

type Day = Temporal.PlainDate;

/**
 * The days of a range and those it is compared with. Takes a period's name or the days themselves, and today at the
 * dealership. Month to date is held against the same days last month, a whole month against the whole one before, a day
 * against the same weekday, anything else against as many days before it. Weeks begin on Monday.
 */
export function resolveRange(asked: { period?: Period; days?: Days }, today: string): Ranges {
  const [from, to] = asked.days
    ? [day(asked.days.from), day(asked.days.to)]
    : named(asked.period ?? 'month', day(today));
  const whole = asked.period ? asked.period === 'last_month' : endsMonth(to);
  const compare = earlier(from, to, asked.period, whole);
  const inOneMonth = from.day === 1 && from.month === to.month && from.year === to.year;
  const pace = inOneMonth ? monthOf(from.subtract({ months: 1 })) : compare;
  return { range: toDays(from, to), compare: toDays(...compare), pace: toDays(...pace) };
}

/** How many days a range holds. */
export function countDays({ from, to }: Days): number {
  return day(from).until(day(to)).days + 1;
}

function named(period: Period, today: Day): [Day, Day] {
  switch (period) {
    case 'today':
      return [today, today];
    case 'week':
      return [today.subtract({ days: today.dayOfWeek - 1 }), today];
    case 'month':
      return [today.with({ day: 1 }), today];
    case 'last_month':
      return monthOf(today.subtract({ months: 1 }));
    case 'last_90_days':
      return [today.subtract({ days: 89 }), today];
  }
}

function earlier(from: Day, to: Day, period: Period | undefined, whole: boolean): [Day, Day] {
  const week = { days: 7 };
  if (period === 'today' || period === 'week') return [from.subtract(week), to.subtract(week)];
  if (from.day === 1 && whole) {
    const months = from.until(to.add({ days: 1 }), { largestUnit: 'months' }).months;
    return [from.subtract({ months }), from.subtract({ days: 1 })];
  }
  // The day is cut to the month's last: the 31st is held against the 28th of February.
  if (from.day === 1 && from.month === to.month && from.year === to.year)
    return [from.subtract({ months: 1 }), to.subtract({ months: 1 })];
  const length = { days: from.until(to).days + 1 };
  return [from.subtract(length), to.subtract(length)];
}

const day = (text: string) => Temporal.PlainDate.from(text);
const endsMonth = (date: Day) => date.day === date.daysInMonth;
const monthOf = (date: Day): [Day, Day] => [date.with({ day: 1 }), date.with({ day: date.daysInMonth })];
const toDays = (from: Day, to: Day): Days => ({ from: from.toString(), to: to.toString() });
