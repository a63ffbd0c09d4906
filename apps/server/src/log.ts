import type { Env } from '@beback/config';
import { type Logger, pino } from 'pino';

/** The process's log: JSON lines on standard error, because standard output is for answers. Ids, durations and codes only. */
export function createLog(env: Env): Logger {
  return pino(
    { level: env.LOG_LEVEL, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime },
    // Written beside the work; what waits when the process ends is written then.
    pino.destination({ dest: 2, sync: false }),
  );
}

/** What may be said of an error: its name and code, and where it happened; messages can hold what people typed. */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { code: 'unknown' };
  const lines = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  return { code: 'code' in error ? String(error.code) : error.name, at: lines.slice(0, 6).map((line) => line.trim()) };
}
