interface At {
  occurredAt: string;
}

interface StageChange {
  at: string;
  undone: boolean;
  toStage?: object | null;
}

/** What a timeline shows: what people did, and between it the thin lines of stage changes. */
export type TimelineEntry<A, C> =
  | { type: 'activity'; at: string; activity: A }
  | { type: 'stage'; at: string; change: C };

/**
 * Activities and stage changes in one line, newest first. While older activities are still to be fetched, stage
 * changes from before the oldest fetched one wait with them, so that nothing is inserted above what was already read.
 */
export function mergeTimeline<A extends At, C extends StageChange>(
  activities: readonly A[],
  changes: readonly C[],
  more: boolean,
): TimelineEntry<A, C>[] {
  const oldest = more ? (activities.at(-1)?.occurredAt ?? '') : '';
  const stages = changes.filter(({ toStage, undone, at }) => toStage && !undone && at >= oldest);
  return [
    ...activities.map((activity) => ({ type: 'activity' as const, at: activity.occurredAt, activity })),
    ...stages.map((change) => ({ type: 'stage' as const, at: change.at, change })),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
