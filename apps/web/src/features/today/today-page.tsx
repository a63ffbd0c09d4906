import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNow } from '../../clock.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Page } from '../../ui/page.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useMe } from '../session/use-me.ts';
import styles from './today.module.css';
import { TodayCounts } from './today-counts.tsx';
import { TodayFloor } from './today-floor.tsx';
import { TodayList } from './today-list.tsx';

type Whose = 'mine' | 'floor';
const whose: (readonly [Whose, string])[] = [
  ['mine', 'Mine'],
  ['floor', 'The floor'],
];

/** The first screen of a working day: what to do now, in order, and what the floor is doing. */
export function TodayPage() {
  const me = useMe();
  const [of, setOf] = useState<Whose>(me.sees === 'floor' && me.role !== 'rep' ? 'floor' : 'mine');
  const today = useQuery(
    trpc.today.get.queryOptions(of === 'floor' ? { floor: true } : {}, { placeholderData: keepPreviousData }),
  );
  const now = useNow();
  const date = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: me.workspace.timeZone }).format(now);
  const choice =
    me.sees === 'floor' ? <Segments<Whose> label="Whose day" value={of} options={whose} onChange={setOf} /> : null;
  return (
    <Page title="Today" aside={choice}>
      <p className={styles.date}>{date}</p>
      {today.isPending ? <BoneLines lines={8} height={48} /> : null}
      {today.isError && !today.data ? <ErrorPanel error={today.error} onRetry={() => void today.refetch()} /> : null}
      {today.data ? (
        <>
          <TodayCounts counts={today.data.counts} />
          <div className={styles.columns}>
            <TodayList today={today.data} read={today.dataUpdatedAt} />
            <TodayFloor today={today.data} />
          </div>
        </>
      ) : null}
    </Page>
  );
}
