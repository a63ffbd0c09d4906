import { ActionIcon, Kbd, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDoorEnter, IconPrinter } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Visit } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { dayAfter } from '../../format/day-after.ts';
import { today as todayIn } from '../../format/when.ts';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { useMayWrite, useMe } from '../session/use-me.ts';
import { AddUp } from './add-up.tsx';
import { DayFigures } from './day-figures.tsx';
import { countDay, hourIn, isOverdueVisit } from './desk-log.rules.ts';
import styles from './desk-log-page.module.css';
import { VisitCard } from './visit-card.tsx';
import { VisitTable } from './visit-table.tsx';

interface DeskLogPageProps {
  /** Another day than today. */
  date: string | undefined;
  onDate: (date: string | undefined) => void;
}

/** Who came in today, and how far each of them got: what a showroom runs on. */
export function DeskLogPage({ date, onDate }: DeskLogPageProps) {
  const { timeZone } = useMe().workspace;
  const mayWrite = useMayWrite();
  const now = useNow();
  const today = todayIn(now, timeZone);
  const day = date ?? today;
  const log = useQuery(trpc.visit.list.queryOptions({ date: day }, { placeholderData: keepPreviousData }));
  const visits = log.data?.items ?? [];
  const at = { day: today, hour: hourIn(now, timeZone) };
  const isOverdue = ({ leftAt }: Visit) => isOverdueVisit(leftAt, day, at);
  const go = (next: string) => onDate(next === today ? undefined : next);
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <header className={styles.head}>
          <h1>Desk log</h1>
          <DayChoice day={day} today={today} onDay={go} />
        </header>
        <p className={styles.date}>{inWords(day)}</p>
        {log.data ? <DayFigures counts={countDay(visits)} /> : null}
        {day === today && mayWrite ? <AddUp /> : null}
        {log.isPending ? <BoneLines lines={6} height={44} /> : null}
        {log.isError && !log.data ? <ErrorPanel error={log.error} onRetry={() => void log.refetch()} /> : null}
        {log.data && visits.length === 0 ? <Nobody today={day === today} mayWrite={mayWrite} /> : null}
        {visits.length > 0 ? <Lines visits={visits} isOverdue={isOverdue} /> : null}
      </div>
    </div>
  );
}

function Lines(props: { visits: readonly Visit[]; isOverdue: (visit: Visit) => boolean }) {
  const phone = usePhone();
  if (!phone) return <VisitTable {...props} />;
  return (
    <ul>
      {props.visits.map((visit) => (
        <VisitCard key={visit.visitId} visit={visit} overdue={props.isOverdue(visit)} />
      ))}
    </ul>
  );
}

function DayChoice({ day, today, onDay }: { day: string; today: string; onDay: (day: string) => void }) {
  return (
    <div className={styles.tools}>
      {day === today ? null : <TextButton onClick={() => onDay(today)}>Today</TextButton>}
      <ActionIcon size="lg" aria-label="The day before" onClick={() => onDay(dayAfter(day, -1))}>
        <IconChevronLeft size={18} stroke={1.7} />
      </ActionIcon>
      <TextInput
        type="date"
        aria-label="Day"
        required
        value={day}
        max={today}
        onChange={(event) => event.currentTarget.value && onDay(event.currentTarget.value)}
      />
      <ActionIcon size="lg" aria-label="The day after" disabled={day >= today} onClick={() => onDay(dayAfter(day, 1))}>
        <IconChevronRight size={18} stroke={1.7} />
      </ActionIcon>
      <ActionIcon size="lg" aria-label="Print the desk log" onClick={() => window.print()}>
        <IconPrinter size={18} stroke={1.7} />
      </ActionIcon>
    </div>
  );
}

function Nobody({ today, mayWrite }: { today: boolean; mayWrite: boolean }) {
  const phone = usePhone();
  if (!today || !mayWrite) return <Empty icon={IconDoorEnter} title="Nobody was written down on this day." />;
  return (
    <Empty
      icon={IconDoorEnter}
      title="Nobody has come in yet."
      text={
        <>
          {phone ? (
            'Type a name above and check them in.'
          ) : (
            <>
              Press <Kbd>N</Kbd>, type a name and Enter.
            </>
          )}{' '}
          Or text it from the lot: “new up John Smith 214-555-0142 used F-150”.
        </>
      }
    />
  );
}

function inWords(day: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
