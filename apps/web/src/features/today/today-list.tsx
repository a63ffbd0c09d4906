import { Button } from '@mantine/core';
import { IconCircleCheck, IconUserPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useNow } from '../../clock.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { announce } from '../../ui/announce.ts';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { useMayWrite, useMe } from '../session/use-me.ts';
import { KeyLegend } from './key-legend.tsx';
import styles from './today.module.css';
import type { Today } from './today.types.ts';
import type { EntryAction, TodayEntry } from './today-entry.ts';
import { TodayRow } from './today-row.tsx';
import { sectionsOf } from './today-sections.ts';
import { useTodayKeys } from './use-today-keys.ts';

const RescheduleDialog = lazy(() => import('./reschedule-dialog.tsx'));

/** So that what comes after a long list is still in sight. */
const atFirst = 7;

/** What to do now, line by line; what is done goes at once, and comes back when it is refused or taken back. */
export function TodayList({ today, read }: { today: Today; read: number }) {
  const now = useNow();
  const { timeZone } = useMe().workspace;
  const mayWrite = useMayWrite();
  const [gone, setGone] = useState<{ read: number; ids: readonly string[] }>({ read, ids: [] });
  const [whole, setWhole] = useState<readonly string[]>([]);
  const [moving, setMoving] = useState<TodayEntry | null>(null);
  const done = useMutation({
    mutationFn: ({ action }: { action: EntryAction }) => action.run(),
    onSuccess: ({ said, changeId }) => {
      offerUndo(said, changeId);
      announce(said);
    },
    onError: () => setGone({ read, ids: [] }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.today.get.queryKey() }),
  });
  const hidden = gone.read === read ? gone.ids : [];
  const sections = useMemo(() => sectionsOf(today, { now, timeZone, mayWrite }), [today, now, timeZone, mayWrite])
    .map((section) => ({ ...section, entries: section.entries.filter(({ id }) => !hidden.includes(id)) }))
    .filter(({ entries }) => entries.length > 0)
    .map((section) => ({
      ...section,
      count: section.entries.length,
      entries: whole.includes(section.key) ? section.entries : section.entries.slice(0, atFirst),
    }));
  const act = (entry: TodayEntry, action: EntryAction) => {
    if (!action.stays) setGone({ read, ids: [...hidden, entry.id] });
    done.mutate({ action });
  };
  useTodayKeys({ entries: sections.flatMap(({ entries }) => entries), act, reschedule: setMoving });
  return (
    <div className={styles.column}>
      {sections.length === 0 ? today.counts.openDeals === 0 && mayWrite ? <NothingYet /> : <NothingWaits /> : null}
      {sections.map(({ key, title, hint, entries, count }) => (
        <Section key={key} title={title} action={<Count hint={hint} late={key === 'overdue'} count={count} />}>
          <ul>
            {entries.map((entry) => (
              <TodayRow key={entry.id} entry={entry} onAct={act} onReschedule={setMoving} />
            ))}
          </ul>
          {count > entries.length ? (
            <TextButton onClick={() => setWhole([...whole, key])}>Show all {count}</TextButton>
          ) : null}
        </Section>
      ))}
      {sections.length > 0 && mayWrite ? <KeyLegend /> : null}
      <Suspense>
        {moving?.appointment ? (
          <RescheduleDialog appointment={moving.appointment} onClose={() => setMoving(null)} />
        ) : null}
      </Suspense>
    </div>
  );
}

function Count({ hint, late, count }: { hint: string | undefined; late: boolean; count: number }) {
  return (
    <span className={styles.aside}>
      {hint ? <span className={styles.hint}>{hint}</span> : null}
      <span className={styles.count} data-late={late || undefined}>
        {count}
      </span>
    </span>
  );
}

/** A day without a single open deal: how the first comes about. */
function NothingYet() {
  return (
    <Section title="Next">
      <Empty
        icon={IconUserPlus}
        title="No open deals yet."
        text="Check in whoever stands on the lot, or bring your customers along. Who to call and who comes in is then listed here."
        action={
          <span className={styles.aside}>
            <Button component={Link} to="/desk-log">
              Add an up
            </Button>
            <Button component={Link} to="/import" variant="default">
              Import customers
            </Button>
          </span>
        }
      />
    </Section>
  );
}

function NothingWaits() {
  return (
    <Section title="Next">
      <Empty
        icon={IconCircleCheck}
        title="Nothing is waiting for you."
        text="Follow-ups, appointments, new leads and deals that go quiet come up here. Say what happened, like “called Maria 8 min, cb Fri 3”, and the next step lists itself."
      />
    </Section>
  );
}
