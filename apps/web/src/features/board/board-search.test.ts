import { expect, test } from 'vitest';
import { boardInput, readBoardSearch, sameSearch } from './board-search.ts';

test('what an address says of the board is read, and what makes no sense is left out', () => {
  expect(readBoardSearch({ owner: 'me', overdue: true, quiet: 'yes', age: '7', q: 104, other: 1 })).toEqual({
    owner: 'me',
    overdue: true,
    age: 7,
    q: '104',
  });
  expect(readBoardSearch({ owner: 'drop table', age: -1 })).toEqual({});
});

test('“mine” means whoever looks, “nobody” those that nobody has taken', () => {
  expect(boardInput({ owner: 'me', fresh: true }, 'm1')).toEqual({ ownerId: 'm1', newToday: true });
  expect(boardInput({ owner: 'nobody' }, 'm1')).toEqual({ unowned: true });
});

test('two filters are the same whatever order they were chosen in', () => {
  expect(sameSearch({ quiet: true, source: 'Phone' }, { source: 'Phone', quiet: true })).toBe(true);
  expect(sameSearch({ quiet: true }, {})).toBe(false);
});
