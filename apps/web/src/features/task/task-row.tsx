import { useMutation } from '@tanstack/react-query';
import type { Task } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { due, exact } from '../../format/when.ts';
import { trpc } from '../../trpc.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { useMayWrite, useMe } from '../session/use-me.ts';
import { dueState } from './task-due.rules.ts';
import styles from './task-row.module.css';

/** One follow-up: done with a tick, late in red and in words. */
export function TaskRow({ task }: { task: Task }) {
  const now = useNow();
  const { timeZone } = useMe().workspace;
  const mayWrite = useMayWrite();
  const complete = useMutation(
    trpc.task.complete.mutationOptions({
      onSuccess: (done) => offerUndo(done.doneAt ? `Done: ${done.title}` : `Open again: ${done.title}`, done.changeId),
    }),
  );
  const ticked = complete.isPending ? (complete.variables.done ?? true) : task.doneAt !== null;
  const state = dueState(task, now, timeZone);
  return (
    <li className={styles.row} data-done={ticked || undefined}>
      <input
        type="checkbox"
        className={styles.tick}
        aria-label={`Done: ${task.title}`}
        checked={ticked}
        disabled={!mayWrite || complete.isPending}
        onChange={(event) => complete.mutate({ taskId: task.taskId, done: event.currentTarget.checked })}
      />
      <span className={styles.what}>
        <span className={`${styles.title} clip`} title={task.title}>
          {task.title}
        </span>
      </span>
      {task.dueAt ? (
        <time
          className={styles.due}
          dateTime={task.dueAt}
          data-state={ticked ? 'later' : state}
          title={exact(task.dueAt, timeZone)}
        >
          {state === 'overdue' && !ticked ? 'late, ' : ''}
          {due(task.dueAt, task.allDay, now, timeZone)}
        </time>
      ) : null}
    </li>
  );
}
