import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

/** The database does not answer, or has no connection free in time; callers answer 503. */
export class DatabaseUnavailable extends Error {
  override name = 'DatabaseUnavailable';
}

/** One connection: statements sent without waiting travel together and run in order. */
export interface Slot {
  sql: postgres.Sql;
  db: PostgresJsDatabase;
  /** Counts the connections this slot has lost; a transaction does not outlive its connection. */
  generation: number;
}

export interface PoolOptions {
  size: number;
  /** Named prepared statements; off behind a pooler that hands connections on between transactions. */
  prepare: boolean;
  /** How long a caller waits for a free connection, in milliseconds. */
  waitMs: number;
}

export interface Pool {
  take(): Promise<Slot>;
  give(slot: Slot): void;
  end(): Promise<void>;
}

/** Statements longer than this are one of a kind (bulk inserts): not worth keeping a plan for. */
const longestPrepared = 4_000;

/**
 * A pool of single connections. postgres.js multiplexes its own pool and may move a later statement to another
 * connection; one client per connection keeps a transaction's statements together and lets them be pipelined.
 */
export function createPool(url: string, options: PoolOptions): Pool {
  const slots = Array.from({ length: options.size }, () => createSlot(url, options.prepare));
  const free = [...slots];
  const waiting: { resolve: (slot: Slot) => void; timer: NodeJS.Timeout }[] = [];
  return {
    take: () => {
      const slot = free.pop();
      if (slot) return Promise.resolve(slot);
      return new Promise((resolve, reject) => {
        const entry = { resolve, timer: setTimeout(giveUp, options.waitMs) };
        waiting.push(entry);
        function giveUp() {
          waiting.splice(waiting.indexOf(entry), 1);
          reject(new DatabaseUnavailable('no connection became free in time'));
        }
      });
    },
    give: (slot) => {
      const next = waiting.shift();
      if (!next) return void free.push(slot);
      clearTimeout(next.timer);
      next.resolve(slot);
    },
    end: async () => {
      await Promise.all(slots.map((slot) => slot.sql.end({ timeout: 5 })));
    },
  };
}

/** The options every client of ours shares. */
export function clientOptions(): postgres.Options<Record<string, never>> {
  return { max: 1, fetch_types: false, connect_timeout: 5, onnotice: () => {}, backoff: () => 0.2 };
}

function createSlot(url: string, prepare: boolean): Slot {
  const sql = postgres(url, {
    ...clientOptions(),
    idle_timeout: 300,
    prepare,
    onclose: () => {
      slot.generation += 1;
    },
  });
  // Drizzle leaves statements unnamed, which costs a second round trip each to learn the parameters' types.
  const client = {
    options: sql.options,
    unsafe: (text: string, values: never[]) =>
      sql.unsafe(text, values, { prepare: prepare && text.length < longestPrepared }),
  };
  const slot: Slot = { sql, db: drizzle(client as unknown as postgres.Sql), generation: 0 };
  return slot;
}
