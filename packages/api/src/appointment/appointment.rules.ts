import type { AppointmentRow } from './appointments.ts';

type Status = AppointmentRow['status'];

const next: Record<Status, Status[]> = {
  set: ['confirmed', 'showed', 'no_show', 'cancelled'],
  confirmed: ['set', 'showed', 'no_show', 'cancelled'],
  // Somebody who was given up on and comes in later that day did show.
  no_show: ['showed'],
  showed: [],
  cancelled: [],
};

const words: Record<Status, string> = {
  set: 'set',
  confirmed: 'confirmed',
  showed: 'shown',
  no_show: 'a no-show',
  cancelled: 'cancelled',
};
const kinds: Record<AppointmentRow['kind'], string> = {
  visit: 'appointment',
  demo: 'demo drive',
  delivery: 'delivery',
};

/** Whether an appointment in one status may get another; staying as it is, is no change. */
export function mayBecome(from: Status, to: Status): boolean {
  return from === to || next[from].includes(to);
}

/** Whether it still lies ahead: only then it can be moved to another time. */
export function isComing(status: Status): boolean {
  return status === 'set' || status === 'confirmed';
}

/** "set an appointment for Fri Nov 27, 3:00 PM". */
export function describeNew(kind: AppointmentRow['kind'], when: string): string {
  const noun = kinds[kind];
  return `set ${noun === 'appointment' ? 'an' : 'a'} ${noun} for ${when}`;
}

/** What changed of an appointment, in one sentence. */
export function describeChange(before: AppointmentRow, after: AppointmentRow, when: string): string {
  const noun = kinds[after.kind];
  if (before.status !== after.status) return `marked the ${noun} of ${when} as ${words[after.status]}`;
  if (before.startsAt !== after.startsAt) return `moved the ${noun} to ${when}`;
  return `changed the ${noun} of ${when}`;
}

export const statusWords = words;
