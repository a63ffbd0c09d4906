import type { Appointment, DealCard, Task } from '../../api.ts';
import { dayAfter } from '../../format/day-after.ts';
import { today } from '../../format/when.ts';
import { instantAt } from '../../format/zoned.ts';
import { client } from '../../trpc.ts';
import type { EntryAction } from './today-entry.ts';

/** What can be done about a follow-up: it is done, or it is for tomorrow. */
export function taskActions(task: Task, now: number, timeZone: string): EntryAction[] {
  const { taskId, title } = task;
  return [
    {
      key: 'd',
      label: 'Done',
      run: async () => ({
        said: `Done: ${title}`,
        changeId: (await client.task.complete.mutate({ taskId })).changeId,
      }),
    },
    {
      key: 't',
      label: 'Tomorrow',
      run: async () => {
        const dueAt = await instantAt(dayAfter(today(now, timeZone), 1), timeOf(task, timeZone), timeZone);
        const { changeId } = await client.task.update.mutate({ taskId, dueAt });
        return { said: `Tomorrow: ${title}`, changeId };
      },
    },
  ];
}

/** What can be said of an appointment: they confirmed, they are here, they did not come. */
export function appointmentActions(appointment: Appointment, now: number): EntryAction[] {
  const { appointmentId, status, startsAt } = appointment;
  const name = appointment.contactName ?? 'Customer';
  const mark = (key: string, label: string, next: Appointment['status'], words: string): EntryAction => ({
    key,
    label,
    stays: true,
    run: async () => ({
      said: `${name} ${words}`,
      changeId: (await client.appointment.update.mutate({ appointmentId, status: next })).changeId,
    }),
  });
  if (status === 'showed' || status === 'cancelled') return [];
  const here = mark('s', 'Checked in', 'showed', 'is checked in');
  if (status === 'no_show') return [{ ...here, label: 'Came after all' }];
  const confirm = status === 'set' ? [mark('c', 'Confirm', 'confirmed', 'has confirmed')] : [];
  const missed = Date.parse(startsAt) < now ? [mark('n', 'No-show', 'no_show', 'did not come')] : [];
  return [...confirm, here, ...missed].toSorted((one) => (one === here && Date.parse(startsAt) < now ? -1 : 0));
}

/** The first contact with a lead stops its clock, whether they answered or not. */
export function leadActions({ dealId, contactName }: DealCard): EntryAction[] {
  const called = (key: string, label: string, outcome: 'reached' | 'left_message'): EntryAction => ({
    key,
    label,
    run: async () => ({
      said: `${contactName}: called, ${label.toLowerCase()}`,
      changeId: (await client.activity.log.mutate({ dealId, kind: 'call', outcome })).changeId,
    }),
  });
  return [called('d', 'Reached', 'reached'), called('m', 'Left message', 'left_message')];
}

/** A deal that went quiet is promised a call. */
export function quietActions({ dealId, contactName }: DealCard, now: number, timeZone: string): EntryAction[] {
  return [
    {
      key: 't',
      label: 'Follow up tomorrow',
      stays: true,
      run: async () => {
        const dueAt = await instantAt(dayAfter(today(now, timeZone), 1), '00:00', timeZone);
        const made = await client.task.create.mutate({ dealId, title: 'Call: gone quiet', dueAt, allDay: true });
        return { said: `Follow-up tomorrow for ${contactName}`, changeId: made.changeId };
      },
    },
  ];
}

/** Somebody who was expected back is here. */
export function beBackActions(dealId: string, name: string): EntryAction[] {
  const run = async () => {
    const { changeId } = await client.visit.start.mutate({ dealId });
    return { said: `${name} is back and checked in`, changeId };
  };
  return [{ key: 's', label: 'Checked in', run }];
}

function timeOf({ dueAt, allDay }: Task, timeZone: string): string {
  if (!dueAt || allDay) return '00:00';
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date(dueAt));
}
