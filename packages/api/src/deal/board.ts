import type { Tx } from '@beback/db';
import { deals } from '@beback/db/schema';
import { and, asc, desc, gt, isNotNull, isNull } from 'drizzle-orm';
import { listStages, type StageRow } from '../stage/stages.ts';
import { type BoardFilter, type BoardMoment, filterConditions } from './board-filter.ts';
import { type DealCard, readCards } from './cards.ts';

const mostOpen = 5_000;
const mostClosed = 500;

/** Reads the board's open deals and the recently closed ones in one round trip. */
export async function readBoard(tx: Tx, filter: BoardFilter, at: BoardMoment) {
  const { now, norms } = at;
  const conditions = filterConditions(filter, at);
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
