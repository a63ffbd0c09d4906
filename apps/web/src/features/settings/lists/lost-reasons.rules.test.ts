import { expect, test } from 'vitest';
import { inOrder, reasonNamed } from './lost-reasons.rules.ts';

const reason = (key: string) => ({ key, name: key, bad: false, hidden: false });

test.each([
  ['Moved away', 'moved_away'],
  ['  ¿Se mudó? ', 'se_mudo'],
  ['3rd party fraud', 'reason_3rd_party_fraud'],
  ['转', 'reason_own'],
  ['Timing', 'timing_2'],
])('a reason called %s is kept as %s', (name, key) => {
  expect(reasonNamed(name, false, [reason('timing')]).key).toBe(key);
});

test('reasons stand in the order of their keys', () => {
  expect(inOrder([reason('a'), reason('b'), reason('c')], ['c', 'a', 'b']).map(({ key }) => key)).toEqual([
    'c',
    'a',
    'b',
  ]);
});
