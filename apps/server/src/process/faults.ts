import type { Logger } from 'pino';
import { errorFields } from '../log.ts';

/**
 * Decides what becomes of an error that nobody caught: the process stops in order, because nobody knows what it left
 * behind. One is known: postgres.js 3.4 writes to a socket that has just closed. Whoever waited for that statement has
 * been told that the connection was lost, so the process goes on.
 */
export function onFault(log: Logger, stop: () => Promise<void>): void {
  const hear = (error: unknown) => {
    const lost = error instanceof TypeError && error.stack?.includes('postgres/src/connection.js');
    log.error(errorFields(error), lost ? 'a database connection was lost' : 'fault');
    if (!lost) void stop().finally(() => process.exit(1));
  };
  process.on('uncaughtException', hear);
  process.on('unhandledRejection', hear);
}
