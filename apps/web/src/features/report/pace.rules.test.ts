import { expect, test } from 'vitest';
import { dayTicks, runningTotal } from './pace.rules.ts';

test('a total runs over every day, also those on which nothing came and on which clocks change', () => {
  const sold = [
    { date: '2026-03-07', value: 2 },
    { date: '2026-03-09', value: 0.5 },
  ];
  expect(runningTotal(sold, { from: '2026-03-06', to: '2026-03-09' })).toEqual([
    { day: 1, date: '2026-03-06', total: 0, added: 0 },
    { day: 2, date: '2026-03-07', total: 2, added: 2 },
    { day: 3, date: '2026-03-08', total: 2, added: 0 },
    { day: 4, date: '2026-03-09', total: 2.5, added: 0.5 },
  ]);
});

test.each([
  ['2026-03-02', '2026-03-04', ['2', '3', '4']],
  ['2026-02-01', '2026-02-28', ['1', '5', '10', '15', '20', '25']],
  ['2025-12-05', '2026-03-04', ['Dec 5', 'Jan', 'Feb', 'Mar']],
  ['2025-12-30', '2026-03-04', ['Dec 30', 'Feb', 'Mar']],
])('under the days from %s to %s stands %j', (from, to, labels) => {
  expect(dayTicks(runningTotal([], { from, to })).map(({ label }) => label)).toEqual(labels);
});
