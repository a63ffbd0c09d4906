interface At {
  occurredAt: string;
}

interface StageChange {
  at: string;
  undone: boolean;
  toStage?: object | null;
}

interface Kept {
  startsAt: string;
}

/** What a timeline shows: what people did, and between it the thin lines of stage changes and of appointments that are over. */
export type TimelineEntry<A, C, P> =
  | { type: 'activity'; at: string; activity: A }
  | { type: 'stage'; at: string; change: C }
  | { type: 'appointment'; at: string; appointment: P };

/**
 * Activities and stage changes in one line, newest first. While older activities are still to be fetched, stage
 * changes from before the oldest fetched one wait with them, so that nothing is inserted above what was already read.
 */
export function mergeTimeline<A extends At, C extends StageChange, P extends Kept>(
  {
    activities,
    changes,
    appointments,
  }: { activities: readonly A[]; changes: readonly C[]; appointments: readonly P[] },
  more: boolean,
): TimelineEntry<A, C, P>[] {
  const oldest = more ? (activities.at(-1)?.occurredAt ?? '') : '';
  const stages = changes.filter(({ toStage, undone, at }) => toStage && !undone && at >= oldest);
  const over = appointments.filter(({ startsAt }) => startsAt >= oldest);
  return [
    ...over.map((appointment) => ({ type: 'appointment' as const, at: appointment.startsAt, appointment })),
    ...activities.map((activity) => ({ type: 'activity' as const, at: activity.occurredAt, activity })),
    ...stages.map((change) => ({ type: 'stage' as const, at: change.at, change })),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
