import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';
import { Section } from '../../ui/section.tsx';
import { TaskRow } from '../task/task-row.tsx';

/** What is promised to a customer, on whichever deal; nothing when nothing is. */
export function ContactNext({ contactId }: { contactId: string }) {
  const tasks = useQuery(trpc.task.list.queryOptions({ contactId, done: false }));
  const items = tasks.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title="Next">
      <ul>
        {items.map((task) => (
          <TaskRow key={task.taskId} task={task} />
        ))}
      </ul>
    </Section>
  );
}
