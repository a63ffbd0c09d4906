import { expect, test } from 'vitest';
import { guessCurrency } from './region.rules.ts';

test('a browser that names its region names its currency', () => {
  expect(guessCurrency(['en-CA', 'en'])).toBe('CAD');
  expect(guessCurrency(['de-AT'])).toBe('EUR');
  expect(guessCurrency(['es-MX'])).toBe('MXN');
});

test('a language alone stands for where it is mostly spoken', () => {
  expect(guessCurrency(['en'])).toBe('USD');
  expect(guessCurrency(['sv'])).toBe('SEK');
});

test('what says nothing is passed over, and in the end it is dollars', () => {
  expect(guessCurrency(['ja-JP', 'en-GB'])).toBe('GBP');
  expect(guessCurrency(['not a language', 'x'])).toBe('USD');
  expect(guessCurrency([])).toBe('USD');
});
