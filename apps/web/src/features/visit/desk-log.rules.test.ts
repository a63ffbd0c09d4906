import { expect, test } from 'vitest';
import { dayAfter } from '../../format/day-after.ts';
import { countDay, hourIn, isOverdueVisit } from './desk-log.rules.ts';

const nothing = { appointmentId: null, demoAt: null, writeUpAt: null, turnoverAt: null, result: null, leftAt: null };
const at = '2026-03-02T15:00:00.000Z';

test('a day is counted by how they came and how far they got', () => {
  expect(
    countDay([
      { ...nothing, kind: 'fresh', demoAt: at },
      { ...nothing, kind: 'be_back', appointmentId: 'a', writeUpAt: at, turnoverAt: at, result: 'sold', leftAt: at },
      { ...nothing, kind: 'appointment', appointmentId: 'b', leftAt: at },
    ]),
  ).toEqual({ ups: 3, fresh: 1, beBacks: 1, appointments: 2, demos: 1, writeUps: 1, turnovers: 1, sold: 1, open: 1 });
});

test('in the evening, and on any later day, somebody who never left is something to ask about', () => {
  expect(isOverdueVisit(null, '2026-03-02', { day: '2026-03-02', hour: 15 })).toBe(false);
  expect(isOverdueVisit(null, '2026-03-02', { day: '2026-03-02', hour: 19 })).toBe(true);
  expect(isOverdueVisit(null, '2026-03-02', { day: '2026-03-03', hour: 9 })).toBe(true);
  expect(isOverdueVisit(at, '2026-03-02', { day: '2026-03-03', hour: 9 })).toBe(false);
});

test('the evening is the dealership’s, also on the day the clocks change', () => {
  expect(hourIn(Date.parse('2026-03-08T00:30:00Z'), 'America/Chicago')).toBe(18);
  expect(hourIn(Date.parse('2026-03-09T00:30:00Z'), 'America/Chicago')).toBe(19);
  expect(hourIn(Date.parse('2026-03-08T06:00:00Z'), 'America/Chicago')).toBe(0);
});

test('days follow each other over months and clock changes', () => {
  expect(dayAfter('2026-03-08', 1)).toBe('2026-03-09');
  expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
});
