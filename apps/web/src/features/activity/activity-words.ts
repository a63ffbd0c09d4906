import {
  type Icon,
  IconCalendarEvent,
  IconCarGarage,
  IconDoorEnter,
  IconMail,
  IconMessage,
  IconNote,
  IconPhone,
} from '@tabler/icons-react';
import type { Activity } from '../../api.ts';

type Kind = Activity['kind'];

/** How each kind of activity is drawn and called. */
export const kinds: Record<Kind, { icon: Icon; label: string; log: string }> = {
  call: { icon: IconPhone, label: 'Call', log: 'Log call' },
  text: { icon: IconMessage, label: 'Text', log: 'Log text' },
  email: { icon: IconMail, label: 'E-mail', log: 'Log e-mail' },
  visit: { icon: IconDoorEnter, label: 'Visit', log: 'Log visit' },
  demo: { icon: IconCarGarage, label: 'Demo drive', log: 'Log demo drive' },
  note: { icon: IconNote, label: 'Note', log: 'Save note' },
  appointment: { icon: IconCalendarEvent, label: 'Appointment', log: 'Log appointment' },
};

/** How a call or text ended, in the showroom's words. */
export const outcomes = [
  ['reached', 'Reached'],
  ['left_message', 'Left a message'],
  ['no_answer', 'No answer'],
] as const;

/** One line for an activity: "Call, reached, 8 min". */
export function activityLine({ kind, outcome, minutes }: Pick<Activity, 'kind' | 'outcome' | 'minutes'>): string {
  const ended = outcomes.find(([code]) => code === outcome)?.[1].toLowerCase();
  return [kinds[kind].label, ended, minutes ? `${minutes} min` : null].filter(Boolean).join(', ');
}
