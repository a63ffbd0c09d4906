import { expect, test } from 'vitest';
import { money, parseMoney, shortMoney } from './money.ts';

test('whole amounts carry no cents and odd ones do', () => {
  expect(money(5_200_000, 'USD')).toBe('$52,000');
  expect(money(41_250, 'USD')).toBe('$412.50');
});

test('a column head gets three digits', () => {
  expect(shortMoney(124_456_700, 'USD')).toBe('$1.24M');
});

test('money is read the way people type it', () => {
  expect(parseMoney('$52,000')).toBe(5_200_000);
  expect(parseMoney('52k')).toBe(5_200_000);
  expect(parseMoney(' 412.5 ')).toBe(41_250);
  expect(parseMoney('tahoe')).toBeNull();
});
