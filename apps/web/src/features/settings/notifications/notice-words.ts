import type { Me } from '../../../api.ts';

export type NoticeEvent = keyof Me['notifications'];
export type NoticeChannel = keyof Me['notifications'][NoticeEvent];
export type NoticePace = Me['notifications'][NoticeEvent][NoticeChannel];

interface NoticeLine {
  event: NoticeEvent;
  label: string;
  text: string;
  /** Whom this kind of news concerns; the others never hear of it and need no setting for it. */
  roles: readonly Me['role'][];
}

const everybodyWhoSells = ['owner', 'manager', 'rep'] as const;
const theDesk = ['owner', 'manager'] as const;

/** What one can be told of, in the words of a showroom, in the order of how soon it needs somebody. */
const lines: readonly NoticeLine[] = [
  {
    event: 'dealGiven',
    label: 'A deal becomes yours',
    text: 'Somebody gives you a deal, or several at once.',
    roles: everybodyWhoSells,
  },
  {
    event: 'leadWaiting',
    label: 'A new lead waits for somebody',
    text: 'It came in and nobody owns it yet.',
    roles: everybodyWhoSells,
  },
  { event: 'turnover', label: 'A T.O. to you', text: 'The customer is in the store now.', roles: everybodyWhoSells },
  {
    event: 'appointmentMissed',
    label: 'An appointment is missed',
    text: 'A customer did not come, and the grace time is over.',
    roles: everybodyWhoSells,
  },
  { event: 'dealSold', label: 'A deal is sold', text: 'By anybody on the floor.', roles: theDesk },
  {
    event: 'followUps',
    label: 'Your follow-ups and appointments',
    text: 'What is overdue, what is due today, and who comes in.',
    roles: everybodyWhoSells,
  },
];

export const channels: readonly (readonly [NoticeChannel, string])[] = [
  ['email', 'E-mail'],
  ['text', 'Text'],
  ['slack', 'Slack'],
];

const atOnce = ['at_once', 'At once'] as const;
const daily = ['daily', 'Morning mail'] as const;
const off = ['off', 'Off'] as const;

/** The news that can concern somebody in a role. */
export function noticeLines(role: Me['role']): readonly NoticeLine[] {
  return lines.filter(({ roles }) => roles.includes(role));
}

/** How often an event can be told through a channel; none where that makes no sense. What was chosen elsewhere stays in sight. */
export function pacesOf(event: NoticeEvent, channel: NoticeChannel, chosen: NoticePace) {
  if (event === 'followUps') return channel === 'email' ? [daily, off] : [];
  const offered: (readonly [NoticePace, string])[] = channel === 'email' ? [atOnce, daily, off] : [atOnce, off];
  return offered.some(([pace]) => pace === chosen) ? offered : [...offered, daily];
}
