import { expect, test } from 'vitest';
import { isRecent, joined, type ReadQuery } from './kept-queries.rules.ts';

const read = (path: string, dataUpdatedAt = 1, status = 'success'): ReadQuery & { queryHash: string } => ({
  queryHash: `${path} ${dataUpdatedAt}`,
  queryKey: [path.split('.'), { input: { at: dataUpdatedAt } }],
  state: { status, dataUpdatedAt },
});
const names = (queries: ReadQuery[]) =>
  queries.map(({ queryKey: [path], state }) => `${(path as string[]).join('.')} ${state.dataUpdatedAt}`);

test('board and Today are kept; searches, reports and what failed are not', () => {
  const all = [read('deal.board'), read('today.get'), read('contact.search'), read('report.summary')];
  expect(names(joined([], [...all, read('member.me', 2, 'error')]))).toEqual(['deal.board 1', 'today.get 1']);
});

test('of the deals that were looked at, only the last five are kept', () => {
  const deals = [1, 7, 3, 6, 2, 5, 4].map((at) => read('deal.get', at));
  expect(names(joined(deals.slice(3), deals.slice(0, 3)))).toEqual([
    'deal.get 7',
    'deal.get 6',
    'deal.get 5',
    'deal.get 4',
    'deal.get 3',
  ]);
});

test('what another page read stays; the same query is the one that was read last', () => {
  const board = { ...read('deal.board', 1), queryHash: 'board' };
  const kept = [board, read('today.get', 1)];
  expect(names(joined(kept, [{ ...board, ...read('deal.board', 5), queryHash: 'board' }]))).toEqual([
    'deal.board 5',
    'today.get 1',
  ]);
});

test('what was kept is shown for a day', () => {
  const hour = 3_600_000;
  expect([isRecent(0, 23 * hour), isRecent(0, 24 * hour)]).toEqual([true, false]);
});
