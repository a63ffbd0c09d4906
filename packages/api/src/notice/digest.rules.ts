import { Temporal } from 'temporal-polyfill';

const hour = 8;

/** Whether it is the hour of the morning summary in a time zone. */
export function isDigestHour(now: Date, timeZone: string): boolean {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).hour === hour;
}

interface Digest {
  /** What happened, a sentence each. */
  news: string[];
  overdue: string[];
  today: string[];
  appointments: string[];
}

/** The morning mail, section by section; null when there is nothing to say. */
export function digestText({ news, overdue, today, appointments }: Digest): string | null {
  const sections = [
    section('Overdue', overdue),
    section('Due today', today),
    section('Appointments today', appointments),
    section('Since yesterday', news),
  ].filter((text) => text !== '');
  return sections.length === 0 ? null : sections.join('\n\n');
}

function section(title: string, lines: string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');
}
