import type { Tx } from '@beback/db';
import { deals, trades } from '@beback/db/schema';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { notFound } from '../errors.ts';
import { vehicleLabel } from '../vehicle/vehicle.rules.ts';
import { equityCents } from './trade.rules.ts';

type TradeRow = typeof trades.$inferSelect;

export function toTrade(trade: TradeRow) {
  const { workspaceId, id, visibleTo, createdAt, archivedAt, ...rest } = trade;
  return { tradeId: id, ...rest, equityCents: equityCents(trade) };
}

/** A deal's trade-ins, in the order they were added. */
export function listTrades(tx: Tx, dealId: string): Promise<TradeRow[]> {
  return tx
    .select()
    .from(trades)
    .where(and(eq(trades.workspaceId, tx.scope.workspaceId), eq(trades.dealId, dealId), isNull(trades.archivedAt)))
    .orderBy(asc(trades.id))
    .limit(100);
}

/** The trade-in and its deal's customer; throws NOT_FOUND. */
export async function getTrade(tx: Tx, tradeId: string): Promise<{ trade: TradeRow; contactId: string }> {
  const [row] = await tx
    .select({ trade: trades, contactId: deals.contactId })
    .from(trades)
    .innerJoin(deals, and(eq(deals.workspaceId, trades.workspaceId), eq(deals.id, trades.dealId)))
    .where(and(eq(trades.workspaceId, tx.scope.workspaceId), eq(trades.id, tradeId), isNull(trades.archivedAt)));
  if (!row) throw notFound('trade-in');
  return row;
}

/** "the trade-in (2019 Ford Escape)". */
export function spoken(trade: TradeRow): string {
  const label = vehicleLabel(trade);
  return label ? `the trade-in (${label})` : 'the trade-in';
}
