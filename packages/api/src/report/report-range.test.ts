import { expect, test } from 'vitest';
import { dayBounds } from '../time/day.rules.ts';
import { countDays, type Period, resolveRange } from './report-range.rules.ts';

const ranges = (period: Period, today: string) => resolveRange({ period }, today);
const custom = (from: string, to: string) => resolveRange({ days: { from, to } }, '2026-11-21');

test('month to date is held against the same days last month, and drawn against all of it', () => {
  expect(ranges('month', '2026-11-21')).toEqual({
    range: { from: '2026-11-01', to: '2026-11-21' },
    compare: { from: '2026-10-01', to: '2026-10-21' },
    pace: { from: '2026-10-01', to: '2026-10-31' },
  });
});

test('a day that last month did not have is cut to its last', () => {
  expect(ranges('month', '2026-03-31').compare).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(ranges('month', '2028-03-30').compare).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});

test('the last day of a short month is still held against the same days', () => {
  expect(ranges('month', '2026-02-28').compare).toEqual({ from: '2026-01-01', to: '2026-01-28' });
  expect(ranges('month', '2028-02-29').compare).toEqual({ from: '2028-01-01', to: '2028-01-29' });
});

test('on the first of January the month is one day long and held against the first of December', () => {
  expect(ranges('month', '2027-01-01')).toMatchObject({
    range: { from: '2027-01-01', to: '2027-01-01' },
    compare: { from: '2026-12-01', to: '2026-12-01' },
  });
});

test('last month is whole and held against the whole month before', () => {
  expect(ranges('last_month', '2026-03-31')).toEqual({
    range: { from: '2026-02-01', to: '2026-02-28' },
    compare: { from: '2026-01-01', to: '2026-01-31' },
    pace: { from: '2026-01-01', to: '2026-01-31' },
  });
});

test('a day and a week are held against the same weekdays of the week before', () => {
  expect(ranges('today', '2026-03-01').compare).toEqual({ from: '2026-02-22', to: '2026-02-22' });
  // 21 November 2026 is a Saturday, its week began on the 16th.
  expect(ranges('week', '2026-11-21')).toMatchObject({
    range: { from: '2026-11-16', to: '2026-11-21' },
    compare: { from: '2026-11-09', to: '2026-11-14' },
  });
});

test('ninety days are held against the ninety before', () => {
  const { range, compare } = ranges('last_90_days', '2026-11-21');
  expect(range).toEqual({ from: '2026-08-24', to: '2026-11-21' });
  expect(compare).toEqual({ from: '2026-05-26', to: '2026-08-23' });
  expect([countDays(range), countDays(compare)]).toEqual([90, 90]);
});

test('days somebody chose are read the same way: whole months, a month so far, or any others', () => {
  expect(custom('2026-07-01', '2026-09-30').compare).toEqual({ from: '2026-04-01', to: '2026-06-30' });
  expect(custom('2026-09-01', '2026-09-12').compare).toEqual({ from: '2026-08-01', to: '2026-08-12' });
  expect(custom('2026-09-05', '2026-09-14').compare).toEqual({ from: '2026-08-26', to: '2026-09-04' });
});

test.each([
  // Day, zone, begin, end, hours.
  ['2026-03-08', 'America/Chicago', '2026-03-08T06:00:00.000Z', '2026-03-09T05:00:00.000Z'],
  ['2026-11-01', 'America/Chicago', '2026-11-01T05:00:00.000Z', '2026-11-02T06:00:00.000Z'],
  ['2026-03-01', 'Asia/Kolkata', '2026-02-28T18:30:00.000Z', '2026-03-01T18:30:00.000Z'],
  ['2026-03-01', 'Pacific/Kiritimati', '2026-02-28T10:00:00.000Z', '2026-03-01T10:00:00.000Z'],
  ['2026-03-01', 'Pacific/Pago_Pago', '2026-03-01T11:00:00.000Z', '2026-03-02T11:00:00.000Z'],
  ['2028-02-29', 'America/St_Johns', '2028-02-29T03:30:00.000Z', '2028-03-01T03:30:00.000Z'],
])('%s in %s begins and ends when it does there', (day, zone, from, to) => {
  expect(dayBounds(day, zone)).toEqual({ from, to });
});
