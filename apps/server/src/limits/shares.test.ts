import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createShares, type Shares } from './shares.ts';

/** What app.take_share does, for one test. */
function sharedCount() {
  const rows = new Map<string, { began: number; taken: number }>();
  return async (
    key: string,
    { wanted, most, seconds }: { wanted: number; most: number; seconds: number },
    now: Date,
  ) => {
    const kept = rows.get(key);
    const at = now.getTime();
    const row = kept && kept.began + seconds * 1_000 > at ? kept : { began: at, taken: 0 };
    rows.set(key, row);
    const granted = Math.max(0, Math.min(wanted, most - row.taken));
    row.taken += granted;
    return {
      granted,
      remaining: Math.max(0, most - row.taken),
      resetsAt: new Date(row.began + seconds * 1_000),
    };
  };
}

const never = () => {
  throw new Error('there was no trouble');
};
const plain = (key: string) => key;

test('processes together never allow more than the limit, however their questions and the clock fall', async () => {
  const step = fc.record({ process: fc.nat(2), key: fc.constantFrom('a', 'b'), passes: fc.nat(4_000) });
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 60 }),
      fc.array(step, { minLength: 20, maxLength: 150 }),
      async (scheduler, most, steps) => {
        let at = 1_000_000;
        const count = sharedCount();
        const takeShare = async (...asked: Parameters<typeof count>) => {
          await scheduler.schedule(Promise.resolve(), 'on its way there');
          const share = await count(...asked);
          await scheduler.schedule(Promise.resolve(), 'on its way back');
          return share;
        };
        const processes = [0, 1, 2].map(() =>
          createShares({ takeShare, hash: plain, onTrouble: never, now: () => at }),
        );
        const allowed = new Map<string, number>();
        const takes = steps.map(async ({ process, key, passes }) => {
          await scheduler.schedule(Promise.resolve(), 'a request comes');
          at += passes % 17 === 0 ? passes : 0;
          const taken = await processes[process]?.take(key, { most, seconds: 10 });
          if (!taken?.allowed) return;
          const window = `${key} ${at + taken.resetsInMs}`;
          allowed.set(window, (allowed.get(window) ?? 0) + 1);
        });
        await scheduler.waitFor(Promise.all(takes));
        for (const times of allowed.values()) expect(times).toBeLessThanOrEqual(most);
      },
    ),
    { numRuns: 60 },
  );
});

async function allowedOf(shares: Shares, times: number, most: number): Promise<number> {
  const taken = await Promise.all(Array.from({ length: times }, () => shares.take('key', { most, seconds: 60 })));
  return taken.filter(({ allowed }) => allowed).length;
}

test.each([1, 5, 39, 40, 600, 1_200])('one process alone gives out all of a limit of %d and no more', async (most) => {
  const shares = createShares({ takeShare: sharedCount(), hash: plain, onTrouble: never });
  expect(await allowedOf(shares, most + 50, most)).toBe(most);
});

test('a block is asked for at once, and what is used up is not asked for again', async () => {
  const count = sharedCount();
  let asked = 0;
  const shares = createShares({
    takeShare: (...given) => {
      asked += 1;
      return count(...given);
    },
    hash: plain,
    onTrouble: never,
  });
  expect(await allowedOf(shares, 1_000, 600)).toBe(600);
  expect(asked).toBe(20);
});

test('a window that has ended gives anew, and says how long it lasts', async () => {
  let at = 0;
  const shares = createShares({ takeShare: sharedCount(), hash: plain, onTrouble: never, now: () => at });
  const limit = { most: 2, seconds: 60 };
  expect(await shares.take('key', limit)).toEqual({ allowed: true, remaining: 1, resetsInMs: 60_000 });
  at = 20_000;
  expect(await shares.take('key', limit)).toEqual({ allowed: true, remaining: 0, resetsInMs: 40_000 });
  expect(await shares.take('key', limit)).toEqual({ allowed: false, remaining: 0, resetsInMs: 40_000 });
  at = 60_000;
  expect(await shares.take('key', limit)).toMatchObject({ allowed: true, remaining: 1 });
});

test('without the database a process counts for itself, says so once, and goes back to the shared count', async () => {
  let at = 0;
  let reachable = false;
  const troubles: unknown[] = [];
  const count = sharedCount();
  const shares = createShares({
    takeShare: (...given) => (reachable ? count(...given) : Promise.reject(new Error('gone'))),
    hash: plain,
    onTrouble: (error) => troubles.push(error),
    now: () => at,
  });
  expect(await allowedOf(shares, 100, 40)).toBe(40);
  expect((await shares.take('another', { most: 1, seconds: 60 })).allowed).toBe(true);
  expect(troubles).toHaveLength(1);
  reachable = true;
  at = 60_000;
  expect(await allowedOf(shares, 100, 40)).toBe(40);
  const other = createShares({ takeShare: count, hash: plain, onTrouble: never, now: () => at });
  expect(await allowedOf(other, 100, 40)).toBe(0);
});
