/** A day as said, before it is placed on the calendar. Weekdays count from Monday = 1. */
export type DaySpec =
  | { type: 'offset'; days: number }
  | { type: 'weekday'; weekday: number; week: 'coming' | 'this' | 'next' | 'last'; weeks: number }
  | { type: 'date'; month: number; day: number; year: number | null }
  | { type: 'dayOfMonth'; day: number }
  | { type: 'weeks'; weeks: number }
  | { type: 'months'; months: number }
  | { type: 'startOfWeek'; weeks: number }
  | { type: 'startOfMonth'; months: number }
  | { type: 'endOfMonth' };

export interface Clock {
  hour: number;
  minute: number;
}

/** Which way a phrase points by itself: "yesterday" back, "tomorrow" ahead, "friday" neither. */
export type Direction = 'past' | 'future' | null;

export interface WhenSpec {
  day: DaySpec | null;
  clock: Clock | null;
  /** "in 20 min" is +20, "2 hours ago" −120 */
  shiftMinutes: number | null;
  direction: Direction;
}

export interface Read<T> {
  to: number;
  value: T;
}
