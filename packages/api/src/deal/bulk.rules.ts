import type { Actor } from '../context.ts';
import { listed } from '../wording/change-words.rules.ts';
import { type MoveInput, planMove } from './deal.rules.ts';
import { mayHandOver, updateWords } from './deal-update.rules.ts';
import type { DealRow } from './deals.ts';

interface Stage {
  id: string;
  name: string;
  kind: 'open' | 'won' | 'lost';
}

/** What many deals are to become, and who says so. `ownerName` is undefined when the owner stays, null for nobody. */
export interface BulkTarget {
  actor: Pick<Actor, 'memberId' | 'role'>;
  stages: ReadonlyMap<string, Stage>;
  to: Stage | null;
  ownerName: string | null | undefined;
  set: MoveInput & { ownerId?: string | null; source?: string | null };
  now: Date;
  today: string;
}

/** What one of the deals gets: only the columns that differ. */
export interface PlannedDeal {
  deal: DealRow;
  set: Partial<DealRow>;
  /** Null when it stays in its stage. */
  secondsInStage: number | null;
  summary: string;
}

/** Plans one deal's part; null when nothing differs, else why it cannot be. */
export function planBulk(
  deal: DealRow,
  target: BulkTarget,
): PlannedDeal | null | 'not_yours' | 'lost_reason_required' | 'sold_in_future' | 'delivered_in_future' {
  const { set, to, now, today } = target;
  if (
    set.ownerId !== undefined &&
    set.ownerId !== deal.ownerId &&
    !mayHandOver(target.actor, deal.ownerId, set.ownerId)
  )
    return 'not_yours';
  const from = target.stages.get(deal.stageId) ?? to;
  const move = to && from && to.id !== deal.stageId ? planMove(deal, from, to, set, now, today) : null;
  if (move && !move.ok) return move.reason;
  const given = { ownerId: set.ownerId, source: set.source };
  const facts = differing(deal, given);
  const columns = differing(deal, { ...given, ...move?.set });
  if (Object.keys(columns).length === 0) return null;
  const owner = set.ownerId === target.actor.memberId ? null : (target.ownerName ?? null);
  const told = [...(move ? [move.summary] : []), ...updateWords(facts, deal.currency, owner)];
  return { deal, set: columns, secondsInStage: move?.secondsInStage ?? null, summary: listed(told) };
}

function differing(deal: DealRow, given: Partial<DealRow>): Partial<DealRow> {
  return Object.fromEntries(
    Object.entries(given).filter(([column, value]) => value !== undefined && value !== deal[column as keyof DealRow]),
  );
}
