import { createRandom } from './random.ts';

const dayMs = 86_400_000;

/**
 * What a sale earned, as stores see it: thin on new vehicles, better on used ones, now and then a loss in front that finance
 * makes good. The desk has not put in the last day's yet.
 */
export function grossOf(place: number, condition: string, soldAt: string, now: string) {
  if (Date.parse(now) - Date.parse(soldAt) < dayMs && place % 2 === 0) return {};
  // Its own dice: what else happens in the demo does not depend on it.
  const random = createRandom(place * 104_729 + 1);
  const [middle, spread] = condition === 'new' ? [95_000, 130_000] : [190_000, 160_000];
  const front = middle + (random.next() + random.next() - 1) * spread * 1.5;
  const back = random.chance(0.14) ? 0 : 60_000 + random.next() * 170_000;
  return { frontGrossCents: round(front), backGrossCents: round(back) };
}

/** To five dollars, as nobody writes down cents. */
function round(cents: number): number {
  return Math.round(cents / 500) * 500;
}
