export type LostReason =
  | 'bought_elsewhere'
  | 'price_or_payment'
  | 'trade_value'
  | 'credit_declined'
  | 'vehicle_gone'
  | 'timing'
  | 'no_response'
  | 'out_of_area'
  | 'other';

export interface LostReasonEntry {
  label: string;
  /** how reps type it; folded, the longest one found wins */
  synonyms: readonly string[];
}

function entry(label: string, synonyms: string): LostReasonEntry {
  return { label, synonyms: synonyms.split(',').map((synonym) => synonym.trim()) };
}

/** Why a deal can be lost: the closed list, with the words reps type for each. */
export const lostReasons: Readonly<Record<LostReason, LostReasonEntry>> = {
  bought_elsewhere: entry(
    'Bought elsewhere',
    'bought elsewhere, bought somewhere else, purchased elsewhere, bought else where, went elsewhere, elsewhere, bought, purchased, bought another, other dealer, another dealer, different dealer, other dealership, another dealership, competitor, competition, private party, went with, went to, compro en otro lado',
  ),
  price_or_payment: entry(
    'Price or payment',
    'price or payment, price, pricing, too expensive, expensive, payment, payments, pymt, pymts, pmt, pmts, too high, too much, over budget, budget, monthly, couldnt afford, cant afford, afford, price too high, payment too high, interest rate, rate, rates, money, precio',
  ),
  trade_value: entry(
    'Trade value',
    'trade value, trade, trade in, trade-in, trade in value, trade too low, acv, allowance, upside down, negative equity, payoff, low trade, not enough for trade, wanted more for trade, equity',
  ),
  credit_declined: entry(
    'Credit declined',
    'credit declined, credit, bad credit, declined, turned down, denied, bank declined, credit denied, not approved, no approval, couldnt get approved, cant get approved, couldnt get financed, cant get financed, couldnt get bought, cant get bought, financing, financing fell through, no bank',
  ),
  vehicle_gone: entry(
    'Vehicle gone',
    'vehicle gone, car gone, truck gone, unit gone, gone, vehicle sold, car sold, truck sold, unit sold, already sold, sold already, sold to someone else, no longer available, not available, no inventory, out of stock',
  ),
  timing: entry(
    'Timing',
    'timing, bad timing, not ready, waiting, wants to wait, holding off, hold off, bad time, postponed, not now, changed mind, changed her mind, changed his mind, keeping car, keeping his car, keeping her car, next year, too soon',
  ),
  no_response: entry(
    'No response',
    'no response, no reply, ghosted, ghosted us, ghosted me, ghost, unresponsive, never responded, not responding, stopped responding, cant reach, couldnt reach, unable to reach, no contact, went dark, no answer',
  ),
  out_of_area: entry(
    'Out of area',
    'out of area, too far, too far away, moved, moved away, distance, out of state, out of town, far away',
  ),
  other: entry('Other', 'other, misc, other reason'),
};

/** A reason in running words; a key the list does not know is read as it stands: "moved_away" is moved away. */
export function lostReasonWords(reason: string): string {
  const known: Partial<Record<string, LostReasonEntry>> = lostReasons;
  return known[reason]?.label.toLowerCase() ?? reason.replaceAll('_', ' ');
}

const typed: readonly (readonly [LostReason, string])[] = Object.entries(lostReasons)
  .flatMap(([reason, { label, synonyms }]) =>
    [label.toLowerCase(), ...synonyms].map((s) => [reason as LostReason, s] as const),
  )
  .toSorted((a, b) => b[1].length - a[1].length);

export interface FoundLostReason {
  reason: LostReason;
  /** the text is the reason and nothing else, so it need not be kept as a note */
  exact: boolean;
}

function plain(text: string): string {
  return text
    .replaceAll("'", '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The reason a text names, the longest synonym first; "to" somebody is to another dealer; null when it names none.
 * @param folded the text after the name, folded
 */
export function findLostReason(folded: string): FoundLostReason | null {
  const said = plain(folded);
  const padded = ` ${said} `;
  const found = typed.find(([, synonym]) => padded.includes(` ${plain(synonym)} `));
  if (found) return { reason: found[0], exact: plain(found[1]) === said };
  return said.startsWith('to ') ? { reason: 'bought_elsewhere', exact: false } : null;
}
