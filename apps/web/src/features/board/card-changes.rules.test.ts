import { expect, test } from 'vitest';
import { changeCards, replaceCards } from './card-changes.rules.ts';
import { sampleBoard, sampleCard } from './sample-board.ts';

const now = '2025-03-07T08:00:00.000Z';
const sums = ({ stages }: ReturnType<typeof sampleBoard>) => stages.map(({ count, totalCents }) => [count, totalCents]);
const board = () => sampleBoard({ s1: { a: 100, b: 200 }, s2: { c: 400 }, s3: {} });

test('several cards go to a stage together, and their money with them', () => {
  const after = changeCards(board(), new Set(['a', 'c']), { stageId: 's3' }, now);
  expect(sums(after)).toEqual([
    [1, 200],
    [0, 0],
    [2, 500],
  ]);
  expect(after.stages[2]?.deals.map(({ stageSince }) => stageSince)).toEqual([now, now]);
});

test('cards that only get another owner stay where they stand', () => {
  const after = changeCards(board(), new Set(['b', 'c']), { ownerId: 'ben' }, now);
  expect(after.stages[0]?.deals.map(({ dealId, ownerId }) => [dealId, ownerId])).toEqual([
    ['a', null],
    ['b', 'ben'],
  ]);
  expect(after.stages[1]?.deals[0]?.stageSince).not.toBe(now);
});

test('a stage that is not on this board changes nothing', () => {
  const before = board();
  expect(changeCards(before, new Set(['a']), { stageId: 'nowhere' }, now)).toBe(before);
});

test('news of a few deals leave the other columns as they were, and take away what fits the filter no more', () => {
  const before = board();
  const after = replaceCards(before, new Set(['b', 'c']), [{ ...sampleCard('b', 's3', 250), version: 2 }]);
  expect(sums(after)).toEqual([
    [1, 100],
    [0, 0],
    [1, 250],
  ]);
  expect(replaceCards(before, new Set(['c']), [sampleCard('c', 's2', 400)]).stages[0]).toBe(before.stages[0]);
});
