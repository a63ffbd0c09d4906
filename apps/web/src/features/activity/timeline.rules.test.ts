import { expect, test } from 'vitest';
import { mergeTimeline } from './timeline.rules.ts';

const call = { occurredAt: '2025-03-06T15:00:00Z' };
const visit = { occurredAt: '2025-03-04T15:00:00Z' };
const moved = (at: string, undone = false) => ({ at, undone, toStage: { name: 'Write-up' } });

function merge<C extends { at: string; undone: boolean; toStage?: object }>(
  activities: (typeof call)[],
  changes: C[],
  { appointments = [] as { startsAt: string }[], more = false } = {},
) {
  return mergeTimeline({ activities, changes, appointments }, more);
}

test('stage changes stand between the activities they happened between', () => {
  const entries = merge([call, visit], [moved('2025-03-05T10:00:00Z')]);
  expect(entries.map(({ type }) => type)).toEqual(['activity', 'stage', 'activity']);
});

test('what was taken back and what changed no stage is not a line', () => {
  const edited = { at: '2025-03-06T10:00:00Z', undone: false };
  expect(merge([], [moved('2025-03-05T10:00:00Z', true), edited])).toEqual([]);
});

test('older stage changes wait until the activities around them are there', () => {
  const entries = merge([call], [moved('2025-03-01T10:00:00Z')], { more: true });
  expect(entries).toHaveLength(1);
});

test('an appointment that is over stands at its hour', () => {
  const entries = merge([call, visit], [], { appointments: [{ startsAt: '2025-03-05T15:00:00Z' }] });
  expect(entries.map(({ type }) => type)).toEqual(['activity', 'appointment', 'activity']);
});
