import type { Env } from '@beback/config';
import { type Logger, pino } from 'pino';

/** A line waits for others at most this long: writing each on its own costs as much as answering a small request. */
const heldMs = 100;

/** The process's log: JSON lines on standard error, because standard output is for answers. Ids, durations and codes only. */
export function createLog(env: Env): Logger {
  const destination = pino.destination({ dest: 2, sync: false, minLength: 4_096 });
  // What waits when the process ends is written then.
  setInterval(() => destination.flush(), heldMs).unref();
  return pino(
    { level: env.LOG_LEVEL, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
    destination,
  );
}

/** What may be said of an error: its name and code, and where it happened; messages can hold what people typed. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { code: 'unknown' };
  const lines = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return { code: 'code' in error ? String(error.code) : error.name, at: lines.slice(0, 6).map((line) => line.trim()) };
}
