import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Appointment } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './timeline.module.css';
import { mergeTimeline } from './timeline.rules.ts';
import { ActivityEntry, AppointmentLine, StageLine } from './timeline-entry.tsx';

interface TimelineProps {
  dealId?: string;
  contactId?: string;
  /** The ones that are over, one way or the other. */
  appointments?: readonly Appointment[];
}

/** What happened with a deal or a customer, newest first. */
export function Timeline({ dealId, contactId, appointments = [] }: TimelineProps) {
  const of = { ...(dealId ? { dealId } : {}), ...(contactId ? { contactId } : {}) };
  const activities = useInfiniteQuery(
    trpc.activity.list.infiniteQueryOptions({ ...of, limit: 30 }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const changes = useQuery(trpc.change.list.queryOptions({ ...of, limit: 100 }));
  if (activities.isPending) return <BoneLines lines={4} height={52} />;
  if (activities.isError) return <ErrorPanel error={activities.error} onRetry={() => void activities.refetch()} />;
  const items = activities.data.pages.flatMap((page) => page.items);
  const entries = mergeTimeline(
    { activities: items, changes: changes.data?.items ?? [], appointments },
    activities.hasNextPage,
  );
  if (entries.length === 0) {
    return (
      <Empty
        title="Nothing has happened yet."
        text="Log the first call, text or note; it stands here for everybody who works the deal."
      />
    );
  }
  return (
    <>
      <ol className={styles.timeline}>
        {entries.map((entry) => {
          if (entry.type === 'stage') return <StageLine key={entry.change.changeId} change={entry.change} />;
          if (entry.type === 'activity')
            return <ActivityEntry key={entry.activity.activityId} activity={entry.activity} />;
          return <AppointmentLine key={entry.appointment.appointmentId} appointment={entry.appointment} />;
        })}
      </ol>
      {activities.hasNextPage ? (
        <TextButton disabled={activities.isFetchingNextPage} onClick={() => void activities.fetchNextPage()}>
          Show older
        </TextButton>
      ) : null}
    </>
  );
}
