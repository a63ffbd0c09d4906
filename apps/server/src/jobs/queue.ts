import type { Enqueue } from '@beback/api';
import { addJob, DatabaseUnavailable, maxAttempts } from '@beback/db';
import { Logger, makeWorkerUtils, type Logger as QueueLogger, type Runner, run } from 'graphile-worker';

/** What a task is given: the job's payload and how often it was tried. */
export interface Job {
  payload: Record<string, unknown>;
  attempt: number;
}

/** Every kind of job there is; a task that throws is tried again later. */
export type Tasks = Record<string, (job: Job) => Promise<void>>;

export interface QueueOptions {
  /** The server's login. */
  appUrl: string;
  /** A pooler hands connections on between transactions: no LISTEN, no prepared statements. */
  pooled: boolean;
  onError(error: unknown): void;
}

export interface Queue {
  enqueue: Enqueue;
  /** Begins to work; a runner that gives up is replaced. */
  start(tasks: Tasks): Promise<void>;
  /** Takes no new job, and resolves when the running ones are done. */
  stop(): Promise<void>;
}

const concurrency = 4;
const restartMs = 1_000;

/** The job queue, in the same database. Jobs can be added before anything works on them. Throws when it is unreachable. */
export async function openQueue({ appUrl, pooled, onError }: QueueOptions): Promise<Queue> {
  const shared = { connectionString: appUrl, noPreparedStatements: pooled, logger: quietLogger(onError) };
  const adding = await makeWorkerUtils({ ...shared, maxPoolSize: 2 });
  let runner: Runner | null = null;
  let stopping = false;

  async function start(tasks: Tasks): Promise<void> {
    const taskList = Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [
        name,
        (payload: unknown, helpers: { job: { attempts: number } }) =>
          task({ payload: isRecord(payload) ? payload : {}, attempt: helpers.job.attempts }),
      ]),
    );
    // Added jobs are announced; polling finds those for later, and all of them where nothing can be announced.
    const pollInterval = pooled ? 500 : 1_000;
    runner = await run({
      ...shared,
      concurrency,
      maxPoolSize: concurrency + 2,
      pollInterval,
      noHandleSignals: true,
      taskList,
      crontab: '',
    });
    if (stopping) return runner.stop();
    runner.promise.catch(onError).finally(() => {
      runner = null;
      startAgain(tasks);
    });
  }

  /** A runner that gave up, or could not begin because the database was gone, is followed by another. */
  function startAgain(tasks: Tasks): void {
    if (stopping) return;
    const attempt = () =>
      start(tasks).catch((error) => {
        onError(error);
        startAgain(tasks);
      });
    setTimeout(() => void attempt(), restartMs).unref();
  }

  return {
    enqueue: async (task, payload, key, tx) => {
      if (tx) return addJob(tx, task, payload, key);
      const added = adding.addJob(task, payload, key ? { jobKey: key, maxAttempts } : { maxAttempts });
      await added.catch((error) => {
        throw new DatabaseUnavailable('the job could not be kept', { cause: error });
      });
    },
    start,
    stop: async () => {
      stopping = true;
      await runner?.stop().catch(() => {});
      await adding.release();
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The library's own lines name jobs' errors in full; what failed is reported by the tasks themselves. */
function quietLogger(onError: (error: unknown) => void): QueueLogger {
  return new Logger(() => (level, _message, meta) => {
    if (level === 'error' && meta && 'error' in meta) onError(meta.error);
  });
}
