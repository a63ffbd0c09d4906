import { expect, test } from 'vitest';
import type { Board } from '../../api.ts';
import { medianDays, moveCard, neighbour, newestFirst, patchCard } from './board.rules.ts';
import { sampleBoard } from './sample-board.ts';

const at = '2025-03-06T20:00:00Z';

test('a move takes the card, its count and its money to the other column', () => {
  const board = moveCard(sample(), 'a', 's2', at);
  expect(board.stages.map(({ count, totalCents }) => [count, totalCents])).toEqual([
    [1, 200],
    [2, 400],
    [0, 0],
  ]);
  expect(board.stages[1]?.deals[0]).toMatchObject({ dealId: 'a', stageId: 's2', stageSince: at });
});

test('moving there and back leaves the sums as they were', () => {
  const there = moveCard(sample(), 'a', 's3', at);
  const back = moveCard(there, 'a', 's1', at);
  expect(back.stages.map(({ totalCents }) => totalCents)).toEqual([300, 300, 0]);
});

test('a deal or a stage that is not on this board changes nothing', () => {
  const board = sample();
  expect(moveCard(board, 'nobody', 's2', at)).toBe(board);
  expect(moveCard(board, 'a', 'nowhere', at)).toBe(board);
});

test('what arrived last in a stage stands on top of it', () => {
  const board = moveCard(sample(), 'c', 's1', '2025-03-07T08:00:00Z');
  expect(newestFirst(board).stages[0]?.deals.map(({ dealId }) => dealId)).toEqual(['c', 'a', 'b']);
});

test('newer facts reach the card wherever it stands', () => {
  expect(patchCard(sample(), { dealId: 'c', version: 9 }).stages[1]?.deals[0]?.version).toBe(9);
});

test('arrows walk down a column and across, past an empty one', () => {
  const { stages } = sample();
  expect(neighbour(stages, 'a', 'ArrowDown')).toBe('b');
  expect(neighbour(stages, 'b', 'ArrowRight')).toBe('c');
  expect(neighbour(stages, 'c', 'ArrowRight')).toBeUndefined();
});

test('the age of a column is its middle deal', () => {
  const days = (n: number) => ({ stageSince: new Date(Date.parse(at) - n * 86_400_000).toISOString() });
  expect(medianDays([days(1), days(9), days(4)], Date.parse(at))).toBe(4);
  expect(medianDays([], Date.parse(at))).toBeNull();
});

function sample(): Board {
  return sampleBoard({ s1: { a: 100, b: 200 }, s2: { c: 300 }, s3: {} });
}
