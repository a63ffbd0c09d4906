import { prepared, type Tx } from '@beback/db';
import { deals, workspaces } from '@beback/db/schema';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { type ListedReason, mergeLostReasons } from './lost-reasons.rules.ts';

/** Where customers come from, until a dealership says it in its own words. */
const usualSources = ['Showroom', 'Phone', 'Internet', 'Campaign', 'Referral', 'Repeat customer'];

const savedLists = prepared((db) =>
  db
    .select({ sources: workspaces.sources, lostReasons: workspaces.lostReasons })
    .from(workspaces)
    .where(eq(workspaces.workspaceId, sql.placeholder('workspaceId')))
    .prepare('saved_lists'),
);

/** Every reason a deal of this dealership can be lost for, hidden ones too, in its order. */
export async function readLostReasons(tx: Tx): Promise<ListedReason[]> {
  const [saved] = await savedLists(tx);
  return mergeLostReasons(saved?.lostReasons ?? []);
}

/** Where customers come from: what the dealership offers, in its order, and `items` with whatever else was used so far. */
export async function readSources(tx: Tx): Promise<{ items: string[]; offered: string[] }> {
  const [[saved], used] = await Promise.all([
    savedLists(tx),
    tx
      .selectDistinct({ source: deals.source })
      .from(deals)
      .where(and(eq(deals.workspaceId, tx.scope.workspaceId), isNotNull(deals.source), isNull(deals.archivedAt)))
      .orderBy(asc(deals.source))
      .limit(200),
  ]);
  const offered = saved && saved.sources.length > 0 ? saved.sources : usualSources;
  const items = [...new Set([...offered, ...used.flatMap(({ source }) => source ?? [])])];
  return { items, offered };
}
