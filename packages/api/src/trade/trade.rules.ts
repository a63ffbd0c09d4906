/** What a trade-in can be. */
export type TradeStatus = 'requested' | 'appraised' | 'accepted' | 'declined';

const next: Record<TradeStatus, TradeStatus[]> = {
  requested: ['appraised', 'declined'],
  appraised: ['accepted', 'declined'],
  // Customers think again: a new appraisal opens it.
  accepted: ['appraised'],
  declined: ['appraised'],
};

/** Whether a trade-in in one status may get another; staying as it is, is no change. */
export function mayBecome(from: TradeStatus, to: TradeStatus): boolean {
  return from === to || next[from].includes(to);
}

/** What the customer's vehicle brings into the deal: allowance − payoff, negative when more is owed. Null before an allowance is named. */
export function equityCents(trade: { allowanceCents: number | null; payoffCents: number | null }): number | null {
  return trade.allowanceCents === null ? null : trade.allowanceCents - (trade.payoffCents ?? 0);
}
