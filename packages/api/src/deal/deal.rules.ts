import type { DealRow } from './deals.ts';

interface Stage {
  id: string;
  name: string;
  kind: 'open' | 'won' | 'lost';
}

export interface MoveInput {
  /** The key of one of the dealership's reasons; a lost deal must have one. */
  lostReason?: string;
  lostNote?: string;
  soldOn?: string;
  deliveredOn?: string;
  frontGrossCents?: number | null;
  backGrossCents?: number | null;
}

type MovedColumns = Pick<
  DealRow,
  | 'stageId'
  | 'stageSince'
  | 'closedAt'
  | 'soldOn'
  | 'deliveredOn'
  | 'lostReason'
  | 'lostNote'
  | 'frontGrossCents'
  | 'backGrossCents'
>;

/** What a move writes; null when it goes nowhere; a string when it lacks something. */
export type Move =
  | { ok: true; set: MovedColumns; secondsInStage: number; summary: string }
  | { ok: false; reason: 'lost_reason_required' | 'sold_in_future' | 'delivered_in_future' };

/**
 * Plans the move of a deal into a stage. Takes the deal, where it comes from and goes to, what was said with it, the
 * time and the dealership's day. Leaving a lost or won stage clears what belonged to it; a sold date
 * stays through delivery, and what was earned stays with the deal.
 */
export function planMove(deal: DealRow, from: Stage, to: Stage, input: MoveInput, now: Date, today: string): Move {
  if (to.kind === 'lost' && !input.lostReason) return { ok: false, reason: 'lost_reason_required' };
  if (input.soldOn && input.soldOn > today) return { ok: false, reason: 'sold_in_future' };
  if (input.deliveredOn && input.deliveredOn > today) return { ok: false, reason: 'delivered_in_future' };
  const at = now.toISOString();
  const won = to.kind === 'won';
  const delivered = won && (from.kind === 'won' || input.deliveredOn !== undefined);
  return {
    ok: true,
    secondsInStage: Math.max(0, Math.round((now.getTime() - Date.parse(deal.stageSince)) / 1000)),
    summary: `moved to ${to.name} from ${from.name}`,
    set: {
      stageId: to.id,
      stageSince: at,
      closedAt: to.kind === 'open' ? null : at,
      soldOn: won ? (input.soldOn ?? deal.soldOn ?? today) : null,
      deliveredOn: delivered ? (input.deliveredOn ?? deal.deliveredOn ?? today) : null,
      lostReason: to.kind === 'lost' ? (input.lostReason ?? null) : null,
      lostNote: to.kind === 'lost' ? (input.lostNote ?? null) : null,
      frontGrossCents: input.frontGrossCents === undefined ? deal.frontGrossCents : input.frontGrossCents,
      backGrossCents: input.backGrossCents === undefined ? deal.backGrossCents : input.backGrossCents,
    },
  };
}

/** A deal's title when nobody gave one: the vehicle, or the customer. */
export function dealTitle(contactName: string, vehicle: string | null): string {
  return vehicle ?? contactName;
}
