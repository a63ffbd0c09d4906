/** How far a trade-in has come. */
export const tradeStatuses = [
  ['requested', 'Requested'],
  ['appraised', 'Appraised'],
  ['accepted', 'Accepted'],
  ['declined', 'Declined'],
] as const;
