import type { Visit } from '../../api.ts';

/** The figures of a day on the floor. */
export interface DayCounts {
  ups: number;
  fresh: number;
  beBacks: number;
  appointments: number;
  demos: number;
  writeUps: number;
  turnovers: number;
  sold: number;
  open: number;
}

type Counted = Pick<Visit, 'kind' | 'appointmentId' | 'demoAt' | 'writeUpAt' | 'turnoverAt' | 'result' | 'leftAt'>;

/** Counts a day's visits. One who is back by appointment is a be-back, and an appointment too. */
export function countDay(visits: readonly Counted[]): DayCounts {
  const count = (fits: (visit: Counted) => boolean) => visits.filter(fits).length;
  return {
    ups: visits.length,
    fresh: count(({ kind }) => kind === 'fresh'),
    beBacks: count(({ kind }) => kind === 'be_back'),
    appointments: count(({ kind, appointmentId }) => kind === 'appointment' || appointmentId !== null),
    demos: count(({ demoAt }) => demoAt !== null),
    writeUps: count(({ writeUpAt }) => writeUpAt !== null),
    turnovers: count(({ turnoverAt }) => turnoverAt !== null),
    sold: count(({ result }) => result === 'sold'),
    open: count(({ leftAt }) => leftAt === null),
  };
}

/** The hour after which somebody who is still on the log is something to ask about. */
const eveningHour = 19;

/**
 * Whether a visit should have ended: it is from another day, or it is evening at the dealership. Takes the store's day and
 * hour now, and the day the visit belongs to.
 */
export function isOverdueVisit(leftAt: string | null, day: string, now: { day: string; hour: number }): boolean {
  return leftAt === null && (day < now.day || now.hour >= eveningHour);
}

/** The hour of day, 0 to 23, in a time zone. */
export function hourIn(now: number, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now));
}
