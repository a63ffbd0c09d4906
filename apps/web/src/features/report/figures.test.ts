import { expect, test } from 'vitest';
import { axisEnd, change, count, percent, wait } from './figures.ts';

test('figures are written as short as they can be', () => {
  expect([percent(2 / 3), percent(0), percent(null)]).toEqual(['67%', '0%', '–']);
  expect([count(3), count(2.5)]).toEqual(['3', '2.5']);
  expect([wait(40), wait(780), wait(7_500), wait(7_200), wait(259_200), wait(null)]).toEqual([
    '40 s',
    '13 min',
    '2 h 5 min',
    '2 h',
    '3 d',
    '–',
  ]);
});

test('a change has its sign', () => {
  expect([change(5, 3, String), change(3, 5, String), change(3, 3, String)]).toEqual(['+2', '−2', 'the same']);
});

test('an axis ends at a round number, whose half is round as well', () => {
  expect([0, 1, 3, 7, 12, 23, 51, 260].map(axisEnd)).toEqual([2, 2, 4, 8, 20, 30, 60, 300]);
});
