import type { Appointment } from '../../api.ts';

/** Something one key, one button or one swipe does. Gives what the toast says and the change it can take back. */
export interface EntryAction {
  key: string;
  label: string;
  /** The line stays: it is not over with this. */
  stays?: boolean;
  run: () => Promise<{ said: string; changeId: string | null }>;
}

/** One line of Today: who, what about, when, and what can be done about it. */
export interface TodayEntry {
  id: string;
  dealId: string | null;
  contactId: string | null;
  name: string;
  detail: string;
  when: string;
  /** The exact moment, for those who point at it. */
  exactly: string | null;
  tone: 'late' | 'risk' | 'now' | 'plain' | 'done';
  actions: EntryAction[];
  /** Can be moved to another time. */
  appointment?: Appointment;
}

export interface TodaySection {
  key: string;
  title: string;
  /** What the section is, where its title does not say it. */
  hint?: string;
  entries: TodayEntry[];
}
