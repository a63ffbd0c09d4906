import { expect, test } from 'vitest';
import { mergeTimeline } from './timeline.rules.ts';

const call = { occurredAt: '2025-03-06T15:00:00Z' };
const visit = { occurredAt: '2025-03-04T15:00:00Z' };
const moved = (at: string, undone = false) => ({ at, undone, toStage: { name: 'Write-up' } });

test('stage changes stand between the activities they happened between', () => {
  const entries = mergeTimeline([call, visit], [moved('2025-03-05T10:00:00Z')], false);
  expect(entries.map(({ type }) => type)).toEqual(['activity', 'stage', 'activity']);
});

test('what was taken back and what changed no stage is not a line', () => {
  const edited = { at: '2025-03-06T10:00:00Z', undone: false };
  expect(mergeTimeline([], [moved('2025-03-05T10:00:00Z', true), edited], false)).toEqual([]);
});

test('older stage changes wait until the activities around them are there', () => {
  const entries = mergeTimeline([call], [moved('2025-03-01T10:00:00Z')], true);
  expect(entries).toHaveLength(1);
});
