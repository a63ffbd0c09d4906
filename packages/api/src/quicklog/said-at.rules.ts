import type { Command, QuicklogContext } from '@beback/quicklog';
import { AppError } from '../errors.ts';
import { dayTime } from '../time/day.rules.ts';

const oldestMs = 7 * 86_400_000;
/** A phone's clock may be a little ahead. */
const aheadMs = 60_000;

/**
 * When a text was typed, as it counts: never later than now. Throws BAD_REQUEST when that is longer than a week ago, or
 * plainly in the future.
 */
export function whenTyped(typedAt: string, now: Date): string {
  const age = now.getTime() - Date.parse(typedAt);
  if (age > oldestMs)
    throw outOfRange('That was typed more than a week ago. Log it again, with its day.', 'is too long ago');
  if (age < -aheadMs)
    throw outOfRange('That was typed in the future: check the clock of this device.', 'is in the future');
  return age < 0 ? now.toISOString() : typedAt;
}

/** A command with the time of its saying written into it: what it tells of, without naming another time, happened then. */
export function saidAt(command: Command, { now, timeZone }: QuicklogContext): Command {
  if (command.kind !== 'log' || command.activity?.occurredAt) return command;
  const told = command.activity ?? (command.note ? { kind: 'note' as const, outcome: null, minutes: null } : null);
  if (!told) return command;
  const occurredAt = { at: now, allDay: false, label: dayTime(now, timeZone) };
  return { ...command, activity: { ...told, occurredAt } };
}

function outOfRange(sentence: string, field: string): AppError {
  return new AppError('BAD_REQUEST', sentence, { reason: 'typed_at_out_of_range', fields: { typedAt: field } });
}
