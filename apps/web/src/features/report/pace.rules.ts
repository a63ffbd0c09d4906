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
