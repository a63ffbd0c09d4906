import type { ActivityKind, ActivityOutcome } from './activities.ts';

const kinds: Record<ActivityKind, string> = {
  call: 'a call',
  text: 'a text message',
  email: 'an e-mail',
  visit: 'a visit',
  note: 'a note',
  appointment: 'an appointment',
  demo: 'a demo drive',
};

const outcomes: Record<ActivityOutcome, string> = {
  reached: 'reached',
  left_message: 'left a message',
  no_answer: 'no answer',
};

/** "logged a call (left a message, 8 min)": an activity in words. */
export function describeActivity(activity: {
  kind: ActivityKind;
  outcome: ActivityOutcome | null;
  minutes: number | null;
  beBack: boolean;
}): string {
  const { kind, outcome, minutes, beBack } = activity;
  const more = [outcome && outcomes[outcome], minutes ? `${minutes} min` : null].filter(Boolean).join(', ');
  return `logged ${beBack ? 'a be-back' : kinds[kind]}${more ? ` (${more})` : ''}`;
}

/** A customer who left and comes back: a visit that is not the deal's first. */
export function isBeBack(kind: ActivityKind, hereBefore: boolean): boolean {
  return kind === 'visit' && hereBefore;
}
