import type { DealCard } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { exact } from '../../format/when.ts';
import { useMe } from '../session/use-me.ts';
import styles from './due-chip.module.css';
import { dueState, shortDue } from './task-due.rules.ts';

/** The next follow-up of a deal in a few letters: red and in words when it is late. */
export function DueChip({ task }: { task: NonNullable<DealCard['nextTask']> }) {
  const now = useNow();
  const { timeZone } = useMe().workspace;
  const { dueAt, allDay, title } = task;
  if (!dueAt) return null;
  return (
    <span
      className={styles.chip}
      data-state={dueState(task, now, timeZone)}
      title={`${title}, ${exact(dueAt, timeZone)}`}
    >
      {shortDue({ dueAt, allDay }, now, timeZone)}
    </span>
  );
}
