import { Kbd } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { Task } from '../../api.ts';
import { Empty } from '../../ui/empty.tsx';
import { Section } from '../../ui/section.tsx';
import { TaskRow } from '../task/task-row.tsx';
import styles from './today.module.css';
import type { Today } from './today.types.ts';

/** My follow-ups: the late ones first, in red and in words. */
export function TodayFollowUps({ today: { overdue, dueToday, upcoming } }: { today: Today }) {
  const none = overdue.length + dueToday.length + upcoming.length === 0;
  return (
    <div className={styles.column}>
      {none ? (
        <Section title="Follow-ups">
          <Empty
            icon={IconCircleCheck}
            title="Nothing is waiting for you."
            text={
              <>
                Press <Kbd>L</Kbd> and say what happened, like “called Maria 8 min, cb Fri 3”.
              </>
            }
          />
        </Section>
      ) : null}
      <Group title="Overdue" tasks={overdue} late />
      <Group title="Due today" tasks={dueToday} />
      <Group title="Next 7 days" tasks={upcoming} />
    </div>
  );
}

function Group({ title, tasks, late = false }: { title: string; tasks: Task[]; late?: boolean }) {
  if (tasks.length === 0) return null;
  const count = (
    <span className={styles.count} data-late={late || undefined}>
      {tasks.length}
    </span>
  );
  return (
    <Section title={title} action={count}>
      <ul>
        {tasks.map((task) => (
          <TaskRow key={task.taskId} task={task} withCustomer />
        ))}
      </ul>
    </Section>
  );
}
