import { getTableColumns, type Placeholder, sql, type Table } from 'drizzle-orm';
import type { PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import { queryBuilder, type Slot } from './pool.ts';
import { lent, type Tx } from './tenant.ts';

/** A statement with its placeholders, as `.prepare()` gives it. */
interface Statement<T> {
  execute(values: Record<string, unknown>): Promise<T>;
}

/**
 * A statement that is built once per connection instead of once per call: building one costs more than sending it. Takes
 * how it is built; gives a function that runs it in a transaction with the values of its placeholders, among which
 * `workspaceId` is always the transaction's own.
 */
export function prepared<T>(
  build: (db: PostgresJsDatabase) => Statement<T>,
): (tx: Tx, values?: Record<string, unknown>) => Promise<T> {
  const known = new WeakMap<Slot, Statement<T>>();
  return (tx, values) => {
    const slot = tx[lent]();
    const statement = known.get(slot) ?? build(queryBuilder(slot, () => {}));
    known.set(slot, statement);
    return statement.execute({ ...values, workspaceId: tx.scope.workspaceId });
  };
}

/** A placeholder for every column of a table, for inserting whole rows. */
export function placeholders<T extends Table>(table: T): Record<keyof T['_']['columns'], Placeholder> {
  const names = Object.keys(getTableColumns(table));
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)])) as Record<
    keyof T['_']['columns'],
    Placeholder
  >;
}
