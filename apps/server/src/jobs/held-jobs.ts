import type { WorkerUtils } from 'graphile-worker';

interface Given {
  utils: Pick<WorkerUtils, 'withPgClient'>;
  /** The workers of this process that are alive now. */
  workers: ReadonlySet<string>;
  /** No other process works on this database: what is held before this one begins, a dead one held. */
  alone: boolean;
  onError(error: unknown): void;
}

const beatMs = 5_000;
const silenceSeconds = 30;

/**
 * Gives jobs on that were held by a process which was killed; the library alone would wait four hours. A living process says
 * every few seconds that its jobs are still its own. Gives the function that ends this; throws when the database is gone.
 */
export async function watchHeldJobs({ utils, workers, alone, onError }: Given): Promise<() => void> {
  const query = (text: string, values: unknown[]) => utils.withPgClient((client) => client.query(text, values));
  const giveOn = (seconds: number) =>
    query(
      `update graphile_worker._private_jobs set locked_at = null, locked_by = null, run_at = greatest(run_at, now())
       where locked_at <= now() - make_interval(secs => $1)`,
      [seconds],
    );
  const beat = async () => {
    const hold = 'update graphile_worker._private_jobs set locked_at = now() where locked_by = any($1)';
    await query(hold, [[...workers]]);
    await giveOn(silenceSeconds);
  };
  await giveOn(alone ? 0 : silenceSeconds);
  const timer = setInterval(() => void beat().catch(onError), beatMs);
  timer.unref();
  return () => clearInterval(timer);
}
