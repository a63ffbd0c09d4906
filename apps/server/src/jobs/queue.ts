import { EventEmitter } from 'node:events';
import type { Enqueue } from '@beback/api';
import { addJob, DatabaseUnavailable, maxAttempts } from '@beback/db';
import {
  Logger,
  makeWorkerUtils,
  type Logger as QueueLogger,
  type Runner,
  run,
  type TaskList,
  type TaskSpec,
  type WorkerEvents,
} from 'graphile-worker';
import { watchHeldJobs } from './held-jobs.ts';
import { timetable } from './timetable.ts';

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
  /** Whether this process has the database to itself. */
  alone: boolean;
  onError(error: unknown): void;
}

export interface Queue {
  enqueue: Enqueue;
  /** Adds a job unless one with this key waits, runs, or was done within the last hour. */
  enqueueOnce(task: string, payload: Record<string, unknown>, key: string): Promise<void>;
  /** Begins to work; a runner that gives up is replaced. */
  start(tasks: Tasks): Promise<void>;
  /** Takes no new job, and resolves when the running ones are done. */
  stop(): Promise<void>;
}

const concurrency = 4;
const restartMs = 1_000;

/** The job queue, in the same database. Jobs can be added before anything works on them. Throws when it is unreachable. */
export async function openQueue({ appUrl, pooled, alone, onError }: QueueOptions): Promise<Queue> {
  const shared = { connectionString: appUrl, noPreparedStatements: pooled, logger: quietLogger(onError) };
  const adding = await makeWorkerUtils({ ...shared, maxPoolSize: 2 });
  const workers = new Set<string>();
  const unwatch = await watchHeldJobs({ utils: adding, workers, alone, onError });
  let runner: Runner | null = null;
  let stopping = false;

  async function start(tasks: Tasks): Promise<void> {
    const taskList = toTaskList(tasks);
    const events: WorkerEvents = new EventEmitter();
    // A runner that was given up works no more: its jobs are others' soon.
    workers.clear();
    events.on('worker:create', ({ worker }) => workers.add(worker.workerId));
    // Added jobs are announced; polling finds those for later, and all of them where nothing can be announced.
    const pollInterval = pooled ? 500 : 1_000;
    runner = await run({
      ...shared,
      concurrency,
      maxPoolSize: concurrency + 2,
      pollInterval,
      noHandleSignals: true,
      taskList,
      events,
      parsedCronItems: timetable(),
    });
    if (stopping) return runner.stop();
    runner.promise.catch(onError).finally(() => {
      runner = null;
      startAgain(tasks);
    });
  }

  async function add(task: string, payload: Record<string, unknown>, spec: TaskSpec): Promise<void> {
    await adding.addJob(task, payload, { ...spec, maxAttempts }).catch((error) => {
      throw new DatabaseUnavailable('the job could not be kept', { cause: error });
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
    enqueueOnce: (task, payload, key) =>
      add(task, payload, { jobKey: `${onceKey}${key}`, jobKeyMode: 'unsafe_dedupe' }),
    enqueue: async (task, payload, key, tx) => {
      if (tx) return addJob(tx, task, payload, key);
      await add(task, payload, key ? { jobKey: key } : {});
    },
    start,
    stop: async () => {
      stopping = true;
      unwatch();
      await runner?.stop().catch(() => {});
      await adding.release();
    },
  };
}

const onceKey = 'once:';
const rememberedMs = 3_600_000;

function toTaskList(tasks: Tasks): TaskList {
  const list: TaskList = { 'job.remembered': () => {} };
  for (const [name, task] of Object.entries(tasks)) {
    list[name] = async (payload, { job, addJob: follow }) => {
      await task({ payload: isRecord(payload) ? payload : {}, attempt: job.attempts });
      if (!job.key?.startsWith(onceKey)) return;
      // Takes the key over, so that a late copy of what is done finds it taken.
      const runAt = new Date(Date.now() + rememberedMs);
      await follow('job.remembered', {}, { jobKey: job.key, runAt, maxAttempts: 1 });
    };
  }
  return list;
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
