import { expect, test } from 'vitest';
import { outlook } from './forecast.rules.ts';

test('a range is the middle four fifths of a bell curve', () => {
  // 100,000 at 50 % and 200,000 at 50 %: variance 0.25·1e10 + 0.25·4e10 = 1.25e10, deviation 111,803.4 × 1.28155.
  const { expected, low, high } = outlook(150_000, 1.25e10, 300_000);
  expect(expected).toBe(150_000);
  expect(low).toBeCloseTo(6_718, 0);
  expect(high).toBeCloseTo(293_282, 0);
});

test('a range stays within what is possible', () => {
  expect(outlook(10_000, 1e8, 30_000)).toEqual({ expected: 10_000, low: 0, high: expect.closeTo(22_815.5, 1) });
  expect(outlook(9_000, 9e6, 10_000).high).toBe(10_000);
  expect(outlook(0, 0, 0)).toEqual({ expected: 0, low: 0, high: 0 });
});
