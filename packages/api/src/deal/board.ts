import type { Tx } from '@beback/db';
import { contacts, deals } from '@beback/db/schema';
import { and, asc, desc, eq, gt, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { id, line } from '../inputs.ts';
import { listStages, type StageRow } from '../stage/stages.ts';
import { type DealCard, readCards } from './cards.ts';

export const BoardFilter = z
  .object({
    ownerId: id.nullish(),
    source: line(100).nullish(),
    query: line(200).nullish(),
    minStageDays: z.number().min(0).max(10_000).nullish(),
    /** How far back closed deals are shown. */
    closedDays: z.int().min(1).max(366).default(30),
  })
  .default({ closedDays: 30 });

const mostOpen = 5_000;
const mostClosed = 500;

/** Reads the board's open deals and the recently closed ones in one round trip. */
export async function readBoard(tx: Tx, filter: z.infer<typeof BoardFilter>, now: Date, norms: Map<string, number>) {
  const conditions = filterConditions(filter, now);
  const closedSince = new Date(now.getTime() - filter.closedDays * 86_400_000).toISOString();
  const openDeals = {
    where: and(isNull(deals.closedAt), ...conditions),
    orderBy: [asc(deals.stageSince), asc(deals.id)],
    limit: mostOpen,
  };
  const closedDeals = {
    where: and(isNotNull(deals.closedAt), gt(deals.closedAt, closedSince), ...conditions),
    orderBy: [desc(deals.closedAt), desc(deals.id)],
    limit: mostClosed,
  };
  const stages = listStages(tx);
  const [open, closed] = await Promise.all([readCards(tx, openDeals, stages), readCards(tx, closedDeals, stages)]);
  return { stages: open.stages.map((stage) => toColumn(stage, open.cards, closed.cards, norms)) };
}

function toColumn(stage: StageRow, open: DealCard[], closed: DealCard[], norms: Map<string, number>) {
  const all = stage.kind === 'open' ? open : closed;
  const inStage = all.filter((card) => card.stageId === stage.id);
  return {
    stageId: stage.id,
    name: stage.name,
    kind: stage.kind,
    position: stage.position,
    probability: stage.probability,
    count: inStage.length,
    totalCents: inStage.reduce((sum, card) => sum + card.valueCents, 0),
    normDays: norms.get(stage.id) ?? null,
    deals: inStage,
  };
}

function filterConditions(filter: z.infer<typeof BoardFilter>, now: Date): SQL[] {
  const conditions: (SQL | undefined)[] = [
    filter.ownerId ? eq(deals.ownerId, filter.ownerId) : undefined,
    filter.source ? eq(deals.source, filter.source) : undefined,
    filter.minStageDays
      ? lt(deals.stageSince, new Date(now.getTime() - filter.minStageDays * 86_400_000).toISOString())
      : undefined,
    filter.query ? matchesText(filter.query) : undefined,
  ];
  return conditions.filter((condition) => condition !== undefined);
}

/** Deals whose number, customer, title or vehicle holds what was typed. */
export function matchesText(query: string): SQL {
  const number = /^#?(\d{1,9})$/.exec(query)?.[1];
  const like = `%${query.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(${number ? sql`${deals.number} = ${Number(number)} or` : sql``}
    ${contacts.searchText} like '%' || app.search_key(${query}) || '%' or lower(${deals.title}) like ${like}
    or exists (select 1 from vehicles v where v.workspace_id = ${deals.workspaceId} and v.deal_id = ${deals.id}
      and v.archived_at is null
      and lower(concat_ws(' ', v.year, v.make, v.model, v.trim, v.color, v.stock_number, v.vin)) like ${like}))`;
}
