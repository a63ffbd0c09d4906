import { expect, test } from 'vitest';
import { cellWords, dayRange, readCell, writeCell } from './cell-address.ts';

const march = { from: '2026-03-01', to: '2026-03-21' };

test('a number of a report comes back from its address as it was', () => {
  for (const cell of [
    { kind: 'sold', key: 'new', ...march },
    { kind: 'opened', key: 'all', ...march, memberId: 'nobody', source: '' },
    { kind: 'stage', key: 'b1.reached', ...march, source: 'A ~ B & C' },
  ] as const)
    expect(readCell(writeCell(cell))).toEqual(cell);
});

test('an address that somebody made up is no number', () => {
  for (const text of [
    undefined,
    7,
    '',
    'sold',
    'sold~all~2026-03-01',
    'x~all~2026-03-01~2026-03-02~*',
    'sold~all~x~y~*',
  ])
    expect(readCell(text)).toBeUndefined();
});

test('a number says in words what its deals are', () => {
  expect(cellWords({ kind: 'sold', key: 'new', ...march, memberId: 'm' }, { member: 'Ana Torres' })).toBe(
    'Sold, new · Mar 1 – 21, 2026 · Ana Torres',
  );
  const stage = () => 'Write-up';
  expect(cellWords({ kind: 'stage', key: 'id.lost', ...march, source: '' }, { stage })).toBe(
    'Deals by stage, Write-up: lost from here · Mar 1 – 21, 2026 · source not said',
  );
});

test('days are written as short as they can be', () => {
  expect(dayRange(march)).toBe('Mar 1 – 21, 2026');
  expect(dayRange({ from: '2026-02-28', to: '2026-03-01' })).toBe('Feb 28 – Mar 1, 2026');
  expect(dayRange({ from: '2025-12-31', to: '2026-01-01' })).toBe('Dec 31, 2025 – Jan 1, 2026');
});
