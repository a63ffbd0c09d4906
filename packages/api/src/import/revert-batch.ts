import type { Tx } from '@beback/db';
import { type SQL, sql } from 'drizzle-orm';

const rowsPerBatch = 250;

/** Puts away some of the import's deals that nobody has worked on since; gives how many, 0 when there are none left. */
export function archiveDeals(tx: Tx, importId: string, now: string): Promise<number> {
  const work = untouchedBy(['activities', 'tasks', 'appointments', 'trades', 'changes'], 'deal_id');
  return archive(tx, 'deals', now, sql`r.import_id = ${importId} and ${work}`);
}

/** The same for its customers: untouched, without a deal, and seen by nobody but their own rep. After the deals. */
export function archiveContacts(tx: Tx, importId: string, now: string): Promise<number> {
  const work = untouchedBy(['activities', 'tasks', 'appointments', 'changes'], 'contact_id');
  const dealless = sql`not exists (select 1 from deals d
    where d.workspace_id = r.workspace_id and d.contact_id = r.id and d.archived_at is null)`;
  return archive(
    tx,
    'contacts',
    now,
    sql`r.import_id = ${importId} and ${nobodyElses(tx)} and ${dealless} and ${work}`,
  );
}

/** Puts away those of the given companies, which the import made, that have nobody left in them. */
export function archiveCompanies(tx: Tx, ids: readonly string[], now: string): Promise<number> {
  if (ids.length === 0) return Promise.resolve(0);
  const deserted = sql`not exists (select 1 from contacts c
    where c.workspace_id = r.workspace_id and c.company_id = r.id and c.archived_at is null)`;
  return archive(tx, 'companies', now, sql`r.id in ${[...ids]} and ${nobodyElses(tx)} and ${deserted}`);
}

async function archive(tx: Tx, table: string, now: string, condition: SQL): Promise<number> {
  const { workspaceId } = tx.scope;
  const archived = await tx.execute(sql`update ${sql.identifier(table)} set archived_at = ${now}, version = version + 1
    where workspace_id = ${workspaceId} and id in (
      select r.id from ${sql.identifier(table)} r
      where r.workspace_id = ${workspaceId} and r.version = 1 and r.archived_at is null and ${condition}
      limit ${rowsPerBatch})
    returning id`);
  return [...archived].length;
}

/** No row of these hangs on it: whatever a person did with a deal or a customer leaves one, and the record of it. */
function untouchedBy(tables: readonly string[], column: string): SQL {
  const each = tables.map(
    (table) => sql`not exists (select 1 from ${sql.identifier(table)} h
      where h.workspace_id = r.workspace_id and h.${sql.identifier(column)} = r.id)`,
  );
  return sql.join(each, sql` and `);
}

/** Somebody with a deal of their own is among those who see the row, even where that deal is not seen by this member. */
function nobodyElses(tx: Tx): SQL {
  return tx.scope.sees === 'own' ? sql`cardinality(r.visible_to) <= 1` : sql`true`;
}
