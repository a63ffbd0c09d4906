import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** The database does not answer, or has no connection free in time; callers answer 503. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
}

/** One connection: statements sent without waiting travel together and run in order. */
export interface Slot {
  sql: postgres.Sql;
  prepare: boolean;
  /** Counts the connections this slot has lost; a transaction does not outlive its connection. */
  generation: number;
  /** Called when the connection closes while the slot is lent. */
  onLost?: () => void;
}

export interface PoolOptions {
  size: number;
  /** Named prepared statements; off behind a pooler that hands connections on between transactions. */
  prepare: boolean;
  /** How long a caller waits for a free connection, in milliseconds. */
  waitMs: number;
}

export interface Pool {
  /** Lends a connection to `fn`; throws DatabaseUnavailable when none becomes free in time or it is lost underway. */
  use<T>(fn: (slot: Slot) => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

const lostConnection = new Set([
  ...['CONNECTION_CLOSED', 'CONNECTION_DESTROYED', 'CONNECTION_ENDED', 'CONNECT_TIMEOUT'],
  ...['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE'],
  ...['57P01', '57P02', '57P03', '53300'],
]);

/** Statements longer than this are one of a kind (bulk inserts): not worth keeping a plan for. */
const longestPrepared = 4_000;

/**
 * A pool of single connections. postgres.js multiplexes its own pool and may move a later statement to another
 * connection; one client per connection keeps a transaction's statements together and lets them be pipelined.
 */
export function createPool(url: string, options: PoolOptions): Pool {
  const slots = new Set(Array.from({ length: options.size }, () => createSlot(url, options.prepare)));
  const queue = createQueue([...slots], options.waitMs);
  // What a lost connection has left in its client must not meet the next transaction.
  const replace = (slot: Slot): Slot => {
    slots.delete(slot);
    slot.sql.end({ timeout: 0 }).catch(() => {});
    const fresh = createSlot(url, options.prepare);
    slots.add(fresh);
    return fresh;
  };
  return {
    use: async (fn) => {
      let slot = await queue.take();
      try {
        return await Promise.race([fn(slot), closing(slot)]);
      } catch (error) {
        if (!isLost(error)) throw error;
        slot = replace(slot);
        if (error instanceof DatabaseUnavailable) throw error;
        throw new DatabaseUnavailable('the database connection was lost', { cause: error });
      } finally {
        slot.onLost = undefined;
        queue.give(slot);
      }
    },
    end: async () => {
      await Promise.all([...slots].map((slot) => slot.sql.end({ timeout: 5 })));
    },
  };
}

/**
 * Rejects when the slot's connection closes. postgres.js leaves a statement unanswered for ever when it is sent between a
 * socket's `error` and its `close`, so whoever waits for an answer waits for this too.
 */
function closing(slot: Slot): Promise<never> {
  return new Promise((_, reject) => {
    slot.onLost = () => reject(new DatabaseUnavailable('the database connection was lost'));
  });
}

/** Hands the slots out, first come first served. */
function createQueue(slots: Slot[], waitMs: number) {
  const free = [...slots];
  const waiting: { resolve: (slot: Slot) => void; timer: NodeJS.Timeout }[] = [];
  return {
    take: (): Promise<Slot> => {
      const slot = free.pop();
      if (slot) return Promise.resolve(slot);
      return new Promise((resolve, reject) => {
        const entry = { resolve, timer: setTimeout(giveUp, waitMs) };
        waiting.push(entry);
        function giveUp() {
          waiting.splice(waiting.indexOf(entry), 1);
          reject(new DatabaseUnavailable('no connection became free in time'));
        }
      });
    },
    give: (slot: Slot): void => {
      const next = waiting.shift();
      if (!next) return void free.push(slot);
      clearTimeout(next.timer);
      next.resolve(slot);
    },
  };
}

/** The options every client of ours shares. */
export function clientOptions(): postgres.Options<Record<string, never>> {
  return {
    max: 1,
    fetch_types: false,
    connection: { TimeZone: 'UTC' },
    connect_timeout: 5,
    onnotice: () => {},
    backoff: () => 0.2,
  };
}

function createSlot(url: string, prepare: boolean): Slot {
  const sql = postgres(url, {
    ...clientOptions(),
    idle_timeout: 300,
    prepare,
    onclose: () => {
      slot.generation += 1;
      slot.onLost?.();
    },
  });
  const slot: Slot = { sql, prepare, generation: 0 };
  return slot;
}

/** A query builder on the slot's connection. `guard` runs before every statement and throws when it must not be sent. */
export function queryBuilder(slot: Slot, guard: () => void): PostgresJsDatabase {
  const client = {
    options: slot.sql.options,
    unsafe: (text: string, values: never[]) => {
      guard();
      // Drizzle leaves statements unnamed, which costs a second round trip each to learn the parameters' types.
      return slot.sql.unsafe(text, values, { prepare: slot.prepare && text.length < longestPrepared });
    },
  };
  return drizzle(client as unknown as postgres.Sql);
}

function isLost(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && lostConnection.has(String(cause.code));
}
