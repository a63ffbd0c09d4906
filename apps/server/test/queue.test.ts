import { cloneDatabase, dropDatabase } from '@beback/db/test';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openQueue, type Queue } from '../src/jobs/queue.ts';

let logins: Awaited<ReturnType<typeof cloneDatabase>>;
let owner: postgres.Sql;
let queue: Queue | undefined;
const errors: unknown[] = [];

beforeEach(async () => {
  logins = await cloneDatabase();
  owner = postgres(logins.ownerUrl, { max: 1, onnotice: () => {} });
});

afterEach(async () => {
  await queue?.stop();
  await owner.end({ timeout: 5 });
  await dropDatabase(logins.ownerUrl);
  expect(errors).toEqual([]);
});

const open = async (alone: boolean) => {
  queue = await openQueue({ appUrl: logins.appUrl, pooled: false, alone, onError: (error) => errors.push(error) });
  return queue;
};

test('a job whose process was killed a minute ago goes on at once', async () => {
  await killedDuring('1 minute');
  expect(await firstDone(await open(false))).toEqual({ note: 'kept' });
});

test('in a database of its own, a process takes up whatever is held', async () => {
  await killedDuring('0 seconds');
  expect(await firstDone(await open(true))).toEqual({ note: 'kept' });
});

test('what another living process holds is left to it', async () => {
  await killedDuring('5 seconds');
  const opened = await open(false);
  await opened.enqueue('work', { note: 'new' });
  expect(await firstDone(opened)).toEqual({ note: 'new' });
  const [row] = await owner`select locked_by from graphile_worker._private_jobs where key = 'first'`;
  expect(row).toEqual({ locked_by: 'dead' });
});

test('a delivery is handled once, however many copies come before, while and after it is', async () => {
  const opened = await open(true);
  const copy = () => opened.enqueueOnce('work', { note: 'copy' }, 'T1');
  let runs = 0;
  const last = new Promise<void>((resolve) => {
    const work = async ({ payload }: { payload: Record<string, unknown> }) => {
      if (payload.note === 'last') return resolve();
      runs += 1;
      await copy();
    };
    void Promise.all([copy(), copy(), copy()]).then(() => opened.start({ work }));
  });
  await expect.poll(remembered).toBe(1);
  await copy();
  await opened.enqueue('work', { note: 'last' });
  await last;
  expect(runs).toBe(1);
});

const remembered = async () =>
  (await owner`select 1 from graphile_worker.jobs where task_identifier = 'job.remembered'`).length;

/** Leaves a job as a process leaves it that is killed in the middle of it, this long ago. */
async function killedDuring(ago: string): Promise<void> {
  const before = await open(true);
  await before.enqueue('work', { note: 'kept' }, 'first');
  await before.stop();
  await owner`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() - ${ago}::interval`;
}

function firstDone(from: Queue): Promise<unknown> {
  return new Promise((resolve, reject) => {
    from.start({ work: async ({ payload }) => resolve(payload) }).catch(reject);
  });
}
