import type { Temporal as TemporalApi } from 'temporal-polyfill';

/** The browser's own Temporal where it has one; otherwise the polyfill, fetched only by those who need it. */
async function temporal(): Promise<typeof TemporalApi> {
  const native = (globalThis as { Temporal?: typeof TemporalApi }).Temporal;
  return native ?? (await import('temporal-polyfill')).Temporal;
}

/** A date and a time of day at the dealership ("2025-03-07", "15:00") as an instant. */
export async function instantAt(date: string, time: string, timeZone: string): Promise<string> {
  const { PlainDateTime } = await temporal();
  return PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant().toString();
}
