import { sql } from 'drizzle-orm';
import type postgres from 'postgres';
import type { Database, Scope, Tx } from '../../src/index.ts';
import { makeWorkspace } from '../make.ts';
import { floor, own } from '../scopes.ts';

/** What tests of visibility ask and do, always as role `app`. */
export function eyes(db: Database, owner: postgres.Sql) {
  const count = async (scope: Scope, table: string, value: string, column = 'id'): Promise<number> => {
    const statement = sql`select 1 from ${sql.identifier(table)}
      where workspace_id = ${scope.workspaceId} and ${sql.identifier(column)} = ${value}`;
    return (await db.tenant(scope, (tx) => tx.execute(statement))).length;
  };
  return {
    count,
    /** Whether each of the viewers sees the row, in their order. */
    seen: (viewers: Scope[], table: string, value: string, column = 'id') =>
      Promise.all(viewers.map(async (scope) => (await count(scope, table, value, column)) > 0)),
    /** Sends one statement; gives how many rows it changed. */
    write: (scope: Scope, statement: (tx: Tx) => Promise<{ count: number }>) =>
      db.tenant(scope, async (tx) => (await statement(tx)).count),
    /** Sets columns of one row; gives how many rows that changed. */
    update: (scope: Scope, table: string, id: string, column: string, value: string | null) =>
      db.tenant(scope, async (tx) => {
        const statement = sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${value}
          where workspace_id = ${scope.workspaceId} and id = ${id}`;
        return (await tx.execute(statement)).count;
      }),
    /** A dealership of its own, with the viewers the tests speak of. */
    made: async () => {
      const workspace = await makeWorkspace(owner);
      const { workspaceId, members } = workspace;
      const [rep, other] = [own(workspaceId, members.rep), own(workspaceId, members.otherRep)];
      return { workspace, workspaceId, members, rep, other, all: floor(workspaceId) };
    },
  };
}
