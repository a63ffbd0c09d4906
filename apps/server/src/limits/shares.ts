import type { Share } from '@beback/db';

/** So many within so many seconds. */
export interface Limit {
  most: number;
  seconds: number;
}

/** Whether one more was allowed, what is left of the limit, and when it begins anew. */
export interface Taken {
  allowed: boolean;
  remaining: number;
  resetsInMs: number;
}

/** Limits that all processes share. */
export interface Shares {
  /** Takes one of what `key` may have; never throws. */
  take(key: string, limit: Limit): Promise<Taken>;
}

interface Given {
  /** Takes up to `wanted` for all processes together; see packages/db/src/identity.ts. */
  takeShare(key: string, asked: { wanted: number; most: number; seconds: number }, now: Date): Promise<Share>;
  /** What a key is called in the database: nobody can tell an address from it. */
  hash(key: string): string;
  /** Told when the shared count is out of reach, once until it is back. */
  onTrouble(error: unknown): void;
  now?: () => number;
}

/** What this process was given of a key's running window. */
interface Window {
  left: number;
  /** Still with the database, for whoever asks first. */
  beyond: number;
  taken: number;
  ends: number;
}

/** A process asks for a twentieth of a limit at once; a limit below forty is given out one by one. */
const block = (most: number) => Math.max(1, Math.floor(most / 20));
const patienceMs = 1_000;
const doubtMs = 5_000;
const kept = 50_000;

/**
 * Gives out limits without asking the database each time: a process leases a block and hands it out. All processes together
 * never allow more than the limit; one that is idle can hold a block back from the others. While the database does not
 * answer, each process counts for itself.
 */
export function createShares(given: Given): Shares {
  const { now = Date.now } = given;
  const shared = askDatabase(given, now);
  const windows = new Map<string, Window>();
  const asking = new Map<string, Promise<void>>();

  function running(key: string): Window | undefined {
    const window = windows.get(key);
    return window && window.ends > now() ? window : undefined;
  }

  async function take(key: string, limit: Limit): Promise<Taken> {
    for (;;) {
      const window = running(key);
      if (window && window.left > 0) {
        window.left -= 1;
        window.taken += 1;
        return answer(true, window);
      }
      if (window?.beyond === 0) return answer(false, window);
      await (asking.get(key) ?? ask(key, limit));
    }
  }

  function answer(allowed: boolean, { left, beyond, ends }: Window): Taken {
    return { allowed, remaining: left + beyond, resetsInMs: Math.max(0, ends - now()) };
  }

  /** One question at a time for a key: whoever comes meanwhile waits for its answer. */
  function ask(key: string, limit: Limit): Promise<void> {
    const asked = lease(key, limit).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  }

  async function lease(key: string, limit: Limit): Promise<void> {
    const share = await shared(key, limit);
    const before = running(key);
    const taken = before?.taken ?? 0;
    keep(
      key,
      share
        ? {
            left: share.granted,
            beyond: share.remaining,
            taken: before?.ends === share.resetsAt.getTime() ? taken : 0,
            ends: share.resetsAt.getTime(),
          }
        : {
            left: Math.max(0, limit.most - taken),
            beyond: 0,
            taken,
            ends: before?.ends ?? now() + limit.seconds * 1_000,
          },
    );
  }

  function keep(key: string, window: Window): void {
    windows.delete(key);
    windows.set(key, window);
    const [oldest] = windows.keys();
    if (windows.size > kept && oldest !== undefined) windows.delete(oldest);
  }

  return { take };
}

/** Asks for what the database gives; null when it does not answer, and for a while after. */
function askDatabase({ takeShare, hash, onTrouble }: Given, now: () => number) {
  let doubtedUntil = 0;
  let troubled = false;
  return async (key: string, { most, seconds }: Limit): Promise<Share | null> => {
    const asked = now();
    if (asked < doubtedUntil) return null;
    try {
      const share = await inTime(takeShare(hash(key), { wanted: block(most), most, seconds }, new Date(asked)));
      troubled = false;
      return share;
    } catch (error) {
      doubtedUntil = now() + doubtMs;
      if (!troubled) onTrouble(error);
      troubled = true;
      return null;
    }
  };
}

/** The promise's value, unless it lets us wait too long. */
async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the shared count did not answer in time')), patienceMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
