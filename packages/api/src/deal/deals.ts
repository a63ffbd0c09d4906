import { placeholders, prepared, type Tx } from '@beback/db';
import { counters, deals, stageTransitions } from '@beback/db/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { updated } from '../change/images.ts';
import type { Recorder } from '../change/record.ts';
import type { Actor } from '../context.ts';
import { badRequest, forbidden, notFound, stale } from '../errors.ts';
import { newId } from '../id.ts';
import { listStages, pickStage, type StageRow } from '../stage/stages.ts';
import { dayIn } from '../time/day.rules.ts';
import { markVisit } from '../visit/open-visit.ts';
import { stepOfMove } from '../visit/visit.rules.ts';
import { type MoveInput, planMove } from './deal.rules.ts';
import { isLostReason } from './lost-reasons.rules.ts';
import { readLostReasons } from './offered.ts';

export type DealRow = typeof deals.$inferSelect;

const byId = and(
  eq(deals.workspaceId, sql.placeholder('workspaceId')),
  eq(deals.id, sql.placeholder('dealId')),
  isNull(deals.archivedAt),
);
const dealById = prepared((db) => db.select().from(deals).where(byId).prepare('deal_by_id'));
const lockedDeal = prepared((db) => db.select().from(deals).where(byId).for('update').prepare('locked_deal'));

const moveVersion = prepared((db) => {
  const given = (name: keyof DealRow) => sql`${sql.placeholder(name)}`;
  const workspace = eq(deals.workspaceId, sql.placeholder('workspaceId'));
  const seen = and(workspace, eq(deals.id, sql.placeholder('dealId')), eq(deals.version, sql.placeholder('seen')));
  return db
    .update(deals)
    .set({
      stageId: given('stageId'),
      stageSince: given('stageSince'),
      closedAt: given('closedAt'),
      soldOn: given('soldOn'),
      deliveredOn: given('deliveredOn'),
      lostReason: given('lostReason'),
      lostNote: given('lostNote'),
      frontGrossCents: given('frontGrossCents'),
      backGrossCents: given('backGrossCents'),
      version: given('version'),
    })
    .where(seen)
    .returning()
    .prepare('move_deal');
});

const insertTransition = prepared((db) =>
  db.insert(stageTransitions).values(placeholders(stageTransitions)).prepare('insert_transition'),
);

/** The deal, or NOT_FOUND: a foreign id and a missing one look alike. */
export async function getDeal(tx: Tx, dealId: string): Promise<DealRow> {
  const [deal] = await dealById(tx, { dealId });
  if (!deal) throw notFound('deal');
  return deal;
}

/** The same, waiting for whoever is changing it: for a caller that did not say which version they saw. */
async function lockDeal(tx: Tx, dealId: string): Promise<DealRow> {
  const [deal] = await lockedDeal(tx, { dealId });
  if (!deal) throw notFound('deal');
  return deal;
}

/** The workspace's next deal number; holds the counter until the transaction ends. */
export async function nextDealNumber(tx: Tx, count = 1): Promise<number> {
  const [row] = await tx
    .update(counters)
    .set({ value: sql`${counters.value} + ${count}` })
    .where(and(eq(counters.workspaceId, tx.scope.workspaceId), eq(counters.name, 'deal')))
    .returning({ value: counters.value });
  if (!row) throw new Error('the workspace has no counter for deals');
  return row.value - count + 1;
}

/**
 * Moves a deal to a stage, writes the transition, and marks the visit that is going on; nothing when it stands there already.
 * The caller records the change.
 * Throws NOT_FOUND, CONFLICT (another version), BAD_REQUEST (a lost deal needs one of the dealership's reasons).
 */
export async function moveDeal(
  tx: Tx,
  by: Recorder,
  dealId: string,
  stageId: string,
  input: MoveInput & { version?: number },
) {
  const { lostReason } = input;
  const reasons = lostReason ? readLostReasons(tx) : Promise.resolve([]);
  const read = input.version === undefined ? lockDeal : getDeal;
  const [deal, stages, known] = await Promise.all([read(tx, dealId), listStages(tx), reasons]);
  mustKnowGross(by.actor, deal, input);
  if (input.version !== undefined && input.version !== deal.version) throw stale('deal');
  const to = pickStage(stages, stageId);
  const from: StageRow = stages.find((stage) => stage.id === deal.stageId) ?? to;
  if (lostReason && !isLostReason(lostReason, known)) throw refusals.unknown_lost_reason;
  if (from.id === to.id) return { deal, from, to, stages, images: [], summary: null };
  const now = by.services.clock.now();
  const move = planMove(deal, from, to, input, now, dayIn(now, by.actor.timeZone));
  if (!move.ok) throw refusals[move.reason];
  const { version } = deal;
  const [[after]] = await Promise.all([
    moveVersion(tx, { ...move.set, dealId, seen: version, version: version + 1 }),
    insertTransition(tx, {
      id: newId(),
      dealId,
      fromStageId: from.id,
      toStageId: to.id,
      memberId: by.actor.memberId,
      door: by.door,
      occurredAt: now.toISOString(),
      secondsInStage: move.secondsInStage,
      visibleTo: [],
    }),
  ]);
  if (!after) throw stale('deal');
  const step = from.kind === to.kind && to.kind !== 'open' ? null : stepOfMove(to, now.toISOString());
  const marked = step ? await markVisit(tx, by, dealId, now.toISOString(), step) : [];
  const images = [updated('deals', deal, after), ...marked];
  return { deal: after, from, to, stages, images, summary: move.summary };
}

/** What a deal earned is for its owner and the managers to say. Throws FORBIDDEN. */
export function mustKnowGross(actor: Actor, { ownerId }: DealRow, said: MoveInput): void {
  const says = said.frontGrossCents !== undefined || said.backGrossCents !== undefined;
  if (says && actor.role === 'rep' && ownerId !== actor.memberId)
    throw forbidden('Only its owner or a manager can say what this deal earned.');
}

export const refusals = {
  lost_reason_required: badRequest('Say why the deal was lost.', 'lost_reason_required', { lostReason: 'is missing' }),
  unknown_lost_reason: badRequest(
    'That is not one of this dealership’s reasons. Choose one from the list.',
    'unknown_lost_reason',
    { lostReason: 'is not one of the choices' },
  ),
  sold_in_future: badRequest('The sold date cannot be in the future.', 'sold_in_future', {
    soldOn: 'is in the future',
  }),
  delivered_in_future: badRequest('The delivery date cannot be in the future.', 'delivered_in_future', {
    deliveredOn: 'is in the future',
  }),
};
