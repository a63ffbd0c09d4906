interface LostReason {
  key: string;
  name: string;
  bad: boolean;
  hidden: boolean;
}

/** A reason as people choose it: the product's own, or one this dealership added. */
export interface ListedReason extends LostReason {
  builtIn: boolean;
}

type Own = readonly LostReason[];

const lost = {
  bought_elsewhere: 'Bought elsewhere',
  price_or_payment: 'Price or payment',
  trade_value: 'Trade value',
  credit_declined: 'Credit declined',
  vehicle_gone: 'Vehicle gone',
  timing: 'Timing',
  no_response: 'No response',
  out_of_area: 'Out of area',
  other: 'Other',
};

/** Never customers at all: kept out of every ratio. */
const bad = {
  wrong_number: 'Wrong number',
  duplicate: 'Duplicate',
  other_enquiry: 'Service, parts or job enquiry',
  spam: 'Spam',
};

const builtIns: Own = [
  ...Object.entries(lost).map(([key, name]) => ({ key, name, bad: false, hidden: false })),
  ...Object.entries(bad).map(([key, name]) => ({ key, name, bad: true, hidden: false })),
];
const builtInKeys = new Set(builtIns.map(({ key }) => key));

/**
 * Every reason of a dealership, in the order to offer them. Takes what it saved; its list says order, names, what is bad
 * and what is hidden; product's reasons it never touched follow.
 */
export function mergeLostReasons(own: Own): ListedReason[] {
  const saved = new Set(own.map(({ key }) => key));
  const untouched = builtIns.filter(({ key }) => !saved.has(key));
  // Lost before bad, also where only one of the two was touched.
  const all = [...own, ...untouched].toSorted((one, other) => Number(one.bad) - Number(other.bad));
  return all.map((reason) => ({ ...reason, builtIn: builtInKeys.has(reason.key) }));
}

/** Whether a deal may be closed for this reason: any of the product's, and the dealership's own that it still offers. */
export function isLostReason(key: string, reasons: readonly ListedReason[]): boolean {
  return reasons.some((reason) => reason.key === key && (reason.builtIn || !reason.hidden));
}

/** Whether a reason means that there never was a customer: such deals count in no ratio. Nothing said is not bad. */
export function isBad(reason: string | null, workspace: { lostReasons: Own }): boolean {
  return mergeLostReasons(workspace.lostReasons).some(({ key, bad: never }) => key === reason && never);
}

/** What is wrong with a list somebody wants to save, in words; null when nothing is. */
export function lostReasonsProblem(own: Own): string | null {
  const reasons = mergeLostReasons(own);
  const names = reasons.map(({ name }) => name.toLowerCase());
  if (new Set(own.map(({ key }) => key)).size < own.length) return 'names a reason twice';
  if (new Set(names).size < names.length) return 'has two reasons of the same name';
  return reasons.some((reason) => !reason.bad && !reason.hidden) ? null : 'needs at least one reason to offer';
}
