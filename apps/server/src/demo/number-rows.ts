import type * as schema from '@beback/db/schema';
import type { Rows } from './rows.ts';

const firstNumber = 101;

/** Gives deals and changes their numbers in the order in which they happened, as the counters would have. */
export function numberRows(rows: Rows): {
  changes: (typeof schema.changes.$inferInsert)[];
  lastDeal: number;
  lastChange: number;
} {
  rows.deals.sort(byTime);
  for (const [place, deal] of rows.deals.entries()) deal.number = firstNumber + place;
  const numbers = new Map(rows.deals.map(({ id, number }) => [id, number]));
  const changes = rows.changes.toSorted(byTime).map((change, place) => {
    const opened = change.procedure === 'deal.create' && numbers.get(change.subjectId);
    const summary = opened ? change.summary.replace('a deal', `deal #${opened}`) : change.summary;
    return { ...change, summary, seq: place + 1 };
  });
  return { changes, lastDeal: firstNumber + rows.deals.length - 1, lastChange: changes.length };
}

function byTime(one: { createdAt: string }, other: { createdAt: string }): number {
  return one.createdAt < other.createdAt ? -1 : one.createdAt > other.createdAt ? 1 : 0;
}
