/** Why a deal was lost, in the showroom's words; the order is the one people choose by. */
export const lostReasons = [
  ['bought_elsewhere', 'Bought elsewhere'],
  ['price_or_payment', 'Price or payment'],
  ['trade_value', 'Trade value'],
  ['credit_declined', 'Credit declined'],
  ['vehicle_gone', 'Vehicle gone'],
  ['timing', 'Timing'],
  ['no_response', 'No response'],
  ['out_of_area', 'Out of area'],
  ['other', 'Other'],
] as const;

export type LostReason = (typeof lostReasons)[number][0];

/** The words for a stored reason. */
export function lostReasonLabel(reason: string): string {
  return lostReasons.find(([code]) => code === reason)?.[1] ?? reason;
}
