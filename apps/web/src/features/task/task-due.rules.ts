import { shortAge, timeOfDay, today } from '../../format/when.ts';

interface Due {
  dueAt: string | null;
  allDay: boolean;
}

/** Whether a follow-up is late, for today, or for later; a task without a date is for later. */
export function dueState({ dueAt, allDay }: Due, now: number, timeZone: string): 'overdue' | 'today' | 'later' {
  if (!dueAt) return 'later';
  const at = Date.parse(dueAt);
  const day = today(at, timeZone);
  const current = today(now, timeZone);
  if (allDay ? day < current : at < now) return 'overdue';
  return day === current ? 'today' : 'later';
}

/** A due date short enough for a chip: "2 d late", "3 PM", "today", "tmrw", "Fri", "Mar 7". */
export function shortDue(task: Due & { dueAt: string }, now: number, timeZone: string): string {
  const state = dueState(task, now, timeZone);
  if (state === 'overdue') return `${shortAge(task.dueAt, now)} late`;
  if (state === 'today') return task.allDay ? 'today' : timeOfDay(task.dueAt, timeZone).replace(':00', '');
  const at = new Date(task.dueAt);
  const days = (at.getTime() - now) / 86_400_000;
  if (today(now + 86_400_000, timeZone) === today(at.getTime(), timeZone)) return 'tmrw';
  const options: Intl.DateTimeFormatOptions = days < 6 ? { weekday: 'short' } : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(at);
}
