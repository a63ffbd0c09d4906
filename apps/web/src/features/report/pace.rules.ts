/** What there was in all by each day of a range. */
export interface PacePoint {
  /** Counted from the first day, which is 1. */
  day: number;
  date: string;
  total: number;
  added: number;
}

const dayMs = 86_400_000;

/** Sums what came on some days into a total for every day from `from` to `to`. */
export function runningTotal(
  days: { date: string; value: number }[],
  { from, to }: { from: string; to: string },
): PacePoint[] {
  const values = new Map(days.map(({ date, value }) => [date, value]));
  const first = Date.parse(`${from}T00:00:00Z`);
  const length = Math.round((Date.parse(`${to}T00:00:00Z`) - first) / dayMs) + 1;
  let total = 0;
  return Array.from({ length }, (_, place) => {
    const date = new Date(first + place * dayMs).toISOString().slice(0, 10);
    const added = values.get(date) ?? 0;
    total += added;
    return { day: place + 1, date, total, added };
  });
}

const monthName = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });

/** What stands under the line: every day of a week, every fifth of a month; of more, where each month begins. */
export function dayTicks(points: Pick<PacePoint, 'day' | 'date'>[]): { day: number; label: string }[] {
  const number = (date: string) => date.slice(8).replace(/^0/, '');
  const month = (date: string) => monthName.format(new Date(`${date}T00:00:00Z`));
  if (points.length <= 31) {
    const step = points.length > 10 ? 5 : 1;
    return points
      .filter(({ day }) => day === 1 || day % step === 0)
      .map(({ day, date }) => ({ day, label: number(date) }));
  }
  // A month that begins right after the first day has no room of its own.
  return points
    .filter(({ day, date }) => day === 1 || (number(date) === '1' && day > points.length / 12))
    .map(({ day, date }) => ({ day, label: day === 1 ? `${month(date)} ${number(date)}` : month(date) }));
}
