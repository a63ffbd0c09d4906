import { expect, test } from 'vitest';
import { formatPhone, toE164 } from './phone.rules.ts';

test.each([
  ['(214) 555-0101', 'US', '+12145550101'],
  ['214.555.0101 x23', 'US', '+12145550101'],
  ['1 214 555 0101', 'US', '+12145550101'],
  ['2145550101.0', 'US', '+12145550101'],
  ["'+12145550101", 'US', '+12145550101'],
  ['\u202a+12145550101\u202c', 'US', '+12145550101'],
  ['00491711234567', 'US', '+491711234567'],
  ['0171/1234567', 'DE', '+491711234567'],
  ['214-555-0101', 'Atlantis', '+12145550101'],
])('%s in %s is %s', (text, country, e164) => {
  expect(toE164(text, country)).toBe(e164);
});

test.each(['555-0101', '000-000-0000', '555-555-5555', '2.14555E+09', 'call me', '', '+1+1214'])(
  '%s is no phone number',
  (text) => {
    expect(toE164(text, 'US')).toBeNull();
  },
);

test('a phone is shown as people in its country write it', () => {
  expect(formatPhone('+12145550101')).toBe('(214) 555-0101');
  expect(formatPhone('nonsense')).toBe('nonsense');
});
