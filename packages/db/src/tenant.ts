import { AsyncLocalStorage } from 'node:async_hooks';
import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { DatabaseUnavailable, type Pool, queryBuilder, type Slot } from './pool.ts';

/** On whose behalf a transaction runs. */
export interface Scope {
  workspaceId: string;
  /** Null for the server's own work, which then has to see the floor. */
  memberId: string | null;
  sees: 'own' | 'floor';
  readOnly?: boolean;
}

/** A transaction inside one tenant. What is announced goes out if, and only if, it commits. */
export interface Tx extends Omit<PgDatabase<PostgresJsQueryResultHKT>, 'transaction'> {
  readonly scope: Scope;
  /** The transaction's connection, for statements that are kept with it; throws when the transaction has ended. */
  readonly [lent]: () => Slot;
  announce(payload: string): void;
}

export const lent = Symbol('the connection of a transaction');

/** The channel on which committed changes are announced. */
export const changesChannel = 'beback_changes';

const inside = new AsyncLocalStorage<boolean>();

/**
 * Runs `fn` in one short transaction whose first statement enters the tenant; begin, enter and the first query travel in
 * one round trip. Commits when `fn` resolves, rolls back when it throws. Throws DatabaseUnavailable when there is no
 * connection, and refuses to nest: nested transactions deadlock a small pool.
 */
export async function inTenant<T>(
  pool: Pool,
  scope: Scope,
  fn: (tx: Tx) => Promise<T>,
  onCommit: (payload: string) => void,
): Promise<T> {
  if (inside.getStore()) throw new Error('a tenant transaction was opened inside another');
  const announced: string[] = [];
  const result = await pool.use((slot) => inside.run(true, () => transact(slot, scope, fn, announced)));
  // Outside the transaction's context: whoever hears of it may open one of their own.
  for (const payload of announced) onCommit(payload);
  return result;
}

async function transact<T>(slot: Slot, scope: Scope, fn: (tx: Tx) => Promise<T>, announced: string[]): Promise<T> {
  const generation = slot.generation;
  const opened = Promise.all([
    slot.sql.unsafe(scope.readOnly ? 'begin read only' : 'begin'),
    slot.sql.unsafe('select app.enter($1, $2, $3)', [scope.workspaceId, scope.memberId, scope.sees], { prepare: true }),
  ]);
  opened.catch(() => {});
  let open = true;
  const guard = () => {
    // A branch of a Promise.all may run on after another has failed; the connection is somebody else's by then.
    if (!open) throw new Error('a statement was sent after its transaction had ended');
    if (slot.generation !== generation) throw lost();
  };
  try {
    const result = await fn(transaction(slot, guard, scope, announced));
    open = false;
    await opened;
    if (slot.generation !== generation) throw lost();
    await commit(slot, scope, announced);
    return result;
  } catch (error) {
    open = false;
    // What went wrong first says why: after a failed enter every statement fails, and says only that.
    const reason = await opened.then(() => error).catch((refusal) => refusal);
    if (slot.generation !== generation) throw lost(reason);
    await slot.sql.unsafe('rollback').catch(() => {});
    throw reason;
  }
}

const lost = (cause?: unknown) => new DatabaseUnavailable('the connection was lost inside a transaction', { cause });

/** A read has its answer already: its commit travels behind, before whatever the connection is used for next. */
async function commit(slot: Slot, scope: Scope, announced: string[]): Promise<void> {
  if (scope.readOnly) {
    slot.sql.unsafe('commit').catch(() => {});
    return;
  }
  const notices = announced.map((payload) =>
    slot.sql.unsafe('select pg_notify($1, $2)', [changesChannel, payload], { prepare: true }),
  );
  const results = await Promise.all([...notices, slot.sql.unsafe('commit')]);
  // A transaction that failed earlier answers COMMIT with ROLLBACK and no error.
  if (results.at(-1)?.command !== 'COMMIT') throw new Error('the transaction was rolled back by the server');
}

function transaction(slot: Slot, guard: () => void, scope: Scope, announced: string[]): Tx {
  const lend = () => {
    guard();
    return slot;
  };
  return Object.create(queryBuilder(slot, guard), {
    scope: { value: scope },
    [lent]: { value: lend },
    announce: { value: (payload: string) => announced.push(payload) },
    transaction: { value: undefined },
  });
}
