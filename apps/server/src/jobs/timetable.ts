import { type ParsedCronItem, parseCronItems } from 'graphile-worker';

/**
 * What the queue does by the clock. However many processes run, each time is done once; what was missed while none did, is
 * not made up for, because every task looks at all that is due.
 */
export function timetable(): ParsedCronItem[] {
  return parseCronItems([
    // A minute is how late a no-show may be told; one that could not run waits for the next.
    { task: 'appointment.noShow', match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
    // The morning summary, where it is eight o'clock.
    { task: 'notice.digest', match: '0 * * * *', options: { backfillPeriod: 0, maxAttempts: 3 } },
    // Counters of limits, codes and deliveries that are over.
    { task: 'expired.forget', match: '17 * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
  ]);
}
