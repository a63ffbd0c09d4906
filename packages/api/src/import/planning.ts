import { Worker } from 'node:worker_threads';
import { ImportRefused } from './import-refused.ts';
import type { FilePlan, FileToPlan, PlannedLine } from './plan-file.rules.ts';
import type { PlanReply } from './plan-worker.ts';

interface Pending {
  rows: PlannedLine[];
  resolve: (plan: FilePlan) => void;
  reject: (error: Error) => void;
}

const idleMs = 120_000;
const pending = new Map<number, Pending>();
let thread: Worker | null = null;
let lastId = 0;
let idle: NodeJS.Timeout | undefined;

/**
 * Plans a file in a thread of its own: half a second for 5,000 rows, which nobody else in the process has to wait for.
 * Throws ImportRefused when the file cannot be imported.
 */
export function planInThread(file: FileToPlan): Promise<FilePlan> {
  clearTimeout(idle);
  thread ??= start();
  const worker = thread;
  worker.ref();
  lastId += 1;
  const id = lastId;
  const planned = new Promise<FilePlan>((resolve, reject) => pending.set(id, { rows: [], resolve, reject }));
  worker.postMessage({ id, file });
  return planned;
}

/** Starts the thread ahead of the file: somebody has opened the page where files are dropped. */
export function wakePlanner(): void {
  if (thread) return;
  thread = start();
  rest();
}

function start(): Worker {
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { execArgv: [] });
  worker.on('message', (reply: PlanReply) => hear(reply));
  worker.on('error', (error) => giveUp(worker, error));
  worker.on('exit', () => giveUp(worker, new Error('the planning thread ended')));
  return worker;
}

function hear(reply: PlanReply): void {
  const waiting = pending.get(reply.id);
  if (!waiting) return;
  if (reply.kind === 'rows') return void waiting.rows.push(...reply.rows);
  pending.delete(reply.id);
  if (reply.kind === 'done') waiting.resolve({ ...reply.plan, planned: waiting.rows });
  else if (reply.kind === 'refused') waiting.reject(new ImportRefused(reply.code, reply.sentence));
  else waiting.reject(new Error(`planning failed: ${reply.message}`));
  if (pending.size === 0) rest();
}

/** An idle thread keeps no process alive, and after a while no memory either. */
function rest(): void {
  const worker = thread;
  worker?.unref();
  clearTimeout(idle);
  idle = setTimeout(() => {
    thread = null;
    void worker?.terminate();
  }, idleMs).unref();
}

function giveUp(worker: Worker, error: Error): void {
  if (thread !== worker) return;
  thread = null;
  for (const { reject } of pending.values()) reject(error);
  pending.clear();
}
