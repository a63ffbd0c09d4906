import { useQuery } from '@tanstack/react-query';
import type { Deal } from '../../api.ts';
import { trpc } from '../../trpc.ts';
import { Section } from '../../ui/section.tsx';
import { AppointmentRow } from '../appointment/appointment-row.tsx';
import { isAhead } from '../appointment/appointment-words.ts';
import { TaskRow } from '../task/task-row.tsx';

/** What is promised on this deal: open follow-ups and appointments. Nothing at all is worth saying too. */
export function DealNext({ deal: { dealId, appointments, closedAt } }: { deal: Deal }) {
  const ahead = appointments.filter(({ status }) => isAhead(status));
  const tasks = useQuery(trpc.task.list.queryOptions({ dealId, done: false }));
  const open = tasks.data?.items ?? [];
  if (tasks.isSuccess && open.length === 0 && ahead.length === 0) {
    return closedAt ? null : (
      <Section title="Next">
        <p>No follow-up. A deal without a next step goes quiet: add one below.</p>
      </Section>
    );
  }
  return (
    <Section title="Next">
      <ul>
        {open.map((task) => (
          <TaskRow key={task.taskId} task={task} />
        ))}
        {ahead.map((appointment) => (
          <AppointmentRow key={appointment.appointmentId} appointment={appointment} />
        ))}
      </ul>
    </Section>
  );
}
