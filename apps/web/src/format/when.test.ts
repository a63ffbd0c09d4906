import { expect, test } from 'vitest';
import { due, relative, shortAge, today } from './when.ts';

const zone = 'America/Chicago';
const now = Date.parse('2025-03-06T20:00:00Z'); // Thursday, 2 p.m. in Chicago

test('an age uses the fewest letters that still tell', () => {
  expect(shortAge('2025-03-06T19:59:40Z', now)).toBe('now');
  expect(shortAge('2025-03-06T17:00:00Z', now)).toBe('3 h');
  expect(shortAge('2025-03-03T19:00:00Z', now)).toBe('3 d');
});

test('a moment is named from the dealership, not from the browser', () => {
  expect(relative('2025-03-06T19:55:00Z', now, zone)).toBe('5 min ago');
  expect(relative('2025-03-06T20:00:20Z', now, zone)).toBe('just now');
  expect(relative('2025-03-06T05:30:00Z', now, zone)).toBe('yesterday 11:30 PM');
  expect(relative('2024-12-24T18:00:00Z', now, zone)).toBe('Dec 24, 2024');
});

test('a follow-up says its day and, when it has one, its hour', () => {
  expect(due('2025-03-07T21:00:00Z', false, now, zone)).toBe('tomorrow 3:00 PM');
  expect(due('2025-03-10T12:00:00Z', true, now, zone)).toBe('Mon');
});

test('today turns over at the dealership’s midnight', () => {
  expect(today(Date.parse('2025-03-07T03:00:00Z'), zone)).toBe('2025-03-06');
});
