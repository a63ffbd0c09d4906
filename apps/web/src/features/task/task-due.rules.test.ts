import { expect, test } from 'vitest';
import { dueState, shortDue } from './task-due.rules.ts';

const zone = 'America/Chicago';
const now = Date.parse('2025-03-06T20:00:00Z'); // Thursday, 2 p.m. in Chicago

test('a follow-up with an hour is late the minute it passes', () => {
  expect(dueState({ dueAt: '2025-03-06T19:59:00Z', allDay: false }, now, zone)).toBe('overdue');
  expect(dueState({ dueAt: '2025-03-06T21:00:00Z', allDay: false }, now, zone)).toBe('today');
});

test('a follow-up for a day is late only on the next one', () => {
  expect(dueState({ dueAt: '2025-03-06T06:00:00Z', allDay: true }, now, zone)).toBe('today');
  expect(dueState({ dueAt: '2025-03-05T06:00:00Z', allDay: true }, now, zone)).toBe('overdue');
});

test('a chip says as little as it can', () => {
  expect(shortDue({ dueAt: '2025-03-04T20:00:00Z', allDay: false }, now, zone)).toBe('2 d late');
  expect(shortDue({ dueAt: '2025-03-06T21:00:00Z', allDay: false }, now, zone)).toBe('3 PM');
  expect(shortDue({ dueAt: '2025-03-07T21:00:00Z', allDay: false }, now, zone)).toBe('tmrw');
  expect(shortDue({ dueAt: '2025-03-10T21:00:00Z', allDay: false }, now, zone)).toBe('Mon');
  expect(shortDue({ dueAt: '2025-03-20T21:00:00Z', allDay: false }, now, zone)).toBe('Mar 20');
});
