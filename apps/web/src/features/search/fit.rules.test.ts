import { expect, test } from 'vitest';
import { fit, fitting } from './fit.rules.ts';

test('the beginning of a name fits best, then words of it in any order, then other words', () => {
  const row = { label: 'Log a call…', words: 'phone rang' };
  expect(['log a', 'call log', 'phone', 'cell'].map((typed) => fit(typed, row))).toEqual([0, 1, 2, null]);
});

test('accents, capitals and punctuation do not matter', () => {
  expect(fit('e mail', { label: 'Log an É-Mail' })).toBe(1);
});

test('what fits as well stays in its order', () => {
  const rows = [{ label: 'Go to Board' }, { label: 'Board settings' }, { label: 'Go to the board again' }];
  expect(fitting('board', rows).map(({ row }) => row.label)).toEqual([
    'Board settings',
    'Go to Board',
    'Go to the board again',
  ]);
});
