import type { Tx } from '@beback/db';
import { deals, stageTransitions, visits } from '@beback/db/schema';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Image, updated } from '../change/images.ts';
import { recordParts } from '../change/parts.ts';
import { type Recorder, record } from '../change/record.ts';
import { notFound } from '../errors.ts';
import { newId } from '../id.ts';
import { getWorkingMember } from '../member/members.ts';
import { listStages, pickStage } from '../stage/stages.ts';
import { dayIn } from '../time/day.rules.ts';
import { markVisit } from '../visit/open-visit.ts';
import { stepOfMove } from '../visit/visit.rules.ts';
import { type BulkTarget, type PlannedDeal, planBulk } from './bulk.rules.ts';
import type { BulkDeals } from './deal-input.ts';
import { describeBulk } from './deal-update.rules.ts';
import { type DealRow, refusals } from './deals.ts';
import { isLostReason } from './lost-reasons.rules.ts';
import { readLostReasons } from './offered.ts';

/** A deal that stayed as it was, and why. */
interface Refused {
  dealId: string;
  reason: 'not_found' | 'not_yours';
}

/**
 * Moves, hands over or re-sources many deals as one change, which undo takes back whole; each deal's history tells of its
 * part. What the caller does not see or may not hand over is named and left. Throws NOT_FOUND when nothing is left, and
 * what a single move throws when it lacks something.
 */
export async function bulkDeals(tx: Tx, by: Recorder, { dealIds, set }: z.infer<typeof BulkDeals>) {
  const [target, rows] = await Promise.all([readTarget(tx, by, set), lockDeals(tx, dealIds)]);
  if (rows.length === 0) throw notFound('deal');
  const found = new Set(rows.map((deal) => deal.id));
  const refused: Refused[] = dealIds.flatMap((dealId) =>
    found.has(dealId) ? [] : [{ dealId, reason: 'not_found' as const }],
  );
  const planned: PlannedDeal[] = [];
  for (const deal of rows) {
    const plan = planBulk(deal, target);
    if (plan === 'not_yours') refused.push({ dealId: deal.id, reason: plan });
    else if (typeof plan === 'string') throw refusals[plan];
    else if (plan) planned.push(plan);
  }
  if (planned.length === 0) return { changeId: null, changed: 0, refused };
  await writeTransitions(tx, by, planned, target);
  const images = [...(await writeDeals(tx, planned)), ...(await markVisits(tx, by, planned, target))];
  const said = { stage: target.to?.name, owner: target.ownerName, source: set.source };
  const [only] = planned.length === 1 ? planned : [];
  const recorded = await record(tx, by, {
    subject: { type: only ? 'deal' : 'bulk', id: only?.deal.id ?? newId() },
    dealId: only?.deal.id,
    contactId: only?.deal.contactId,
    summary: only?.summary ?? describeBulk(planned.length, said),
    images,
  });
  const parts = planned.map(({ deal, summary }) => ({ dealId: deal.id, contactId: deal.contactId, summary }));
  if (!only) await recordParts(tx, by, parts);
  return { ...recorded, changed: planned.length, refused };
}

async function readTarget(tx: Tx, by: Recorder, set: z.infer<typeof BulkDeals>['set']): Promise<BulkTarget> {
  const [stages, owner, reasons] = await Promise.all([
    listStages(tx),
    set.ownerId ? getWorkingMember(tx, set.ownerId) : null,
    set.lostReason ? readLostReasons(tx) : [],
  ]);
  if (set.lostReason && !isLostReason(set.lostReason, reasons)) throw refusals.unknown_lost_reason;
  const now = by.services.clock.now();
  return {
    actor: by.actor,
    stages: new Map(stages.map((stage) => [stage.id, stage])),
    to: set.stageId ? pickStage(stages, set.stageId) : null,
    ownerName: set.ownerId === undefined ? undefined : (owner?.name ?? null),
    set,
    now,
    today: dayIn(now, by.actor.timeZone),
  };
}

/** Always in the same order, so that two who change the same deals wait for each other instead of colliding. */
function lockDeals(tx: Tx, dealIds: string[]): Promise<DealRow[]> {
  const theirs = and(eq(deals.workspaceId, tx.scope.workspaceId), inArray(deals.id, dealIds), isNull(deals.archivedAt));
  return tx.select().from(deals).where(theirs).orderBy(asc(deals.id)).for('update');
}

/** Before the deals: a rep who hands one over no longer sees it afterwards. */
async function writeTransitions(tx: Tx, by: Recorder, planned: PlannedDeal[], { to, now }: BulkTarget): Promise<void> {
  const moved = planned.filter(({ secondsInStage }) => secondsInStage !== null);
  if (!to || moved.length === 0) return;
  await tx.insert(stageTransitions).values(
    moved.map(({ deal, secondsInStage }) => ({
      workspaceId: tx.scope.workspaceId,
      id: newId(),
      dealId: deal.id,
      fromStageId: deal.stageId,
      toStageId: to.id,
      memberId: by.actor.memberId,
      door: by.door,
      occurredAt: now.toISOString(),
      secondsInStage,
    })),
  );
}

/** One statement for all deals that get the same values; there are few such groups. */
async function writeDeals(tx: Tx, planned: PlannedDeal[]): Promise<Image[]> {
  const groups = Map.groupBy(planned, ({ set }) => JSON.stringify(set));
  const images: Image[] = [];
  for (const group of groups.values()) {
    const before = new Map(group.map(({ deal }) => [deal.id, deal]));
    const rows = await tx
      .update(deals)
      .set({ ...group[0]?.set, version: sql`${deals.version} + 1` })
      .where(and(eq(deals.workspaceId, tx.scope.workspaceId), inArray(deals.id, [...before.keys()])))
      .returning();
    for (const after of rows) images.push(updated('deals', before.get(after.id) ?? after, after));
  }
  return images;
}

/** The few whose customers are in the store: their visit hears of it as from a single move. */
async function markVisits(tx: Tx, by: Recorder, planned: PlannedDeal[], { to, now }: BulkTarget): Promise<Image[]> {
  const step = to && stepOfMove(to, now.toISOString());
  const moved = planned.filter(({ secondsInStage }) => secondsInStage !== null).map(({ deal }) => deal.id);
  if (!step || moved.length === 0) return [];
  const going = and(inArray(visits.dealId, moved), isNull(visits.leftAt), isNull(visits.archivedAt));
  const open = await tx
    .selectDistinct({ dealId: visits.dealId })
    .from(visits)
    .where(and(eq(visits.workspaceId, tx.scope.workspaceId), going));
  const images: Image[] = [];
  for (const { dealId } of open) images.push(...(await markVisit(tx, by, dealId, now.toISOString(), step)));
  return images;
}
