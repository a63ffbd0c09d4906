import { fold } from '../text/fold.ts';
import { type Token, wordAt } from '../text/tokens.ts';
import type { StageRef } from '../types.ts';

interface FoundStage {
  stage: StageRef;
  to: number;
}

const aliases: Readonly<Record<string, readonly string[]>> = {
  newup: ['new', 'up', 'freshup', 'fresh'],
  contacted: ['contact', 'contactmade'],
  appointmentset: ['appt', 'apt', 'apptset', 'aptset', 'appointment', 'apptmade', 'set'],
  showed: ['show', 'shown', 'showedup', 'arrived'],
  demodrive: ['demo', 'dd', 'td', 'testdrive', 'drive', 'demoed', 'demod'],
  writeup: ['wu', 'writtenup', 'wroteup', 'numbers', 'worksheet', 'desk', 'desking', 'pencil'],
  fi: ['finance', 'fandi', 'fni', 'box', 'thebox', 'financing'],
  sold: ['sld', 'closedwon', 'closewon', 'won', 'vendido'],
  delivered: ['delivery', 'tookdelivery', 'dlvd', 'entregado'],
  lost: ['dead', 'closedlost', 'closelost', 'deaddeal', 'perdido'],
};

function keyOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** The stage of this pipeline that a showroom word means; won and lost fall back to the first stage of that kind. */
export function stageFor(canonical: string, stages: readonly StageRef[]): StageRef | null {
  const key = keyOf(canonical);
  const named = stages.find((stage) => keyOf(stage.name) === key);
  if (named) return named;
  const kind = key === 'sold' ? 'won' : key === 'lost' ? 'lost' : null;
  const near = stages.find((stage) => key.length >= 4 && keyOf(stage.name).includes(key.slice(0, 7)));
  return near ?? stages.find((stage) => stage.kind === kind) ?? null;
}

/** One letter wrong, missing, doubled or swapped. */
function isOneSlip(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1 || typed.length < 4) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const rests = [
    [typed.slice(at + 1), meant.slice(at + 1)],
    [typed.slice(at + 1), meant.slice(at)],
    [typed.slice(at), meant.slice(at + 1)],
    [typed.slice(at + 2), meant.slice(at + 2)],
  ];
  const swapped = typed[at] === meant[at + 1] && typed[at + 1] === meant[at];
  return rests.some(([left, right], index) => left === right && (index < 3 || swapped));
}

function lookUp(key: string, stages: readonly StageRef[], lenient: boolean): StageRef | null {
  const exact = stages.find((stage) => keyOf(stage.name) === key);
  if (exact) return exact;
  const canonical = Object.entries(aliases).find(([name, list]) => name === key || list.includes(key))?.[0];
  const known = canonical ? stageFor(canonical, stages) : null;
  if (known || !lenient || key.length < 3) return known;
  const begun = stages.filter((stage) => keyOf(stage.name).startsWith(key));
  const slipped = stages.filter((stage) => isOneSlip(key, keyOf(stage.name)));
  return begun.length === 1 ? (begun[0] ?? null) : slipped.length === 1 ? (slipped[0] ?? null) : null;
}

/**
 * The stage named at this place, the longest name first.
 * @param lenient also take the beginning of one name ("deliv") and one slip of the thumb ("delivred")
 */
export function stageAt(
  tokens: readonly Token[],
  at: number,
  stages: readonly StageRef[],
  lenient: boolean,
): FoundStage | null {
  for (let length = 4; length >= 1; length -= 1) {
    const words = tokens.slice(at, at + length);
    if (words.length < length || words.some((token) => token.kind === 'break')) continue;
    const key = keyOf(words.map((token) => token.word).join(''));
    const stage = key && wordAt(tokens, at + length - 1) !== '-' ? lookUp(key, stages, lenient) : null;
    if (stage) return { stage, to: at + length };
  }
  return null;
}
