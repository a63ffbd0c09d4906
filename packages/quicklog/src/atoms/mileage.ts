import { type Token, wordAt } from '../text/tokens.ts';
import type { Found } from './identifiers.ts';

const unit = /^(?:mi|mile|miles|mls)$/;
const label = /^(?:mileage|odo|odometer)$/;

function amountOf(token: Token | undefined): number | null {
  if (token?.kind !== 'number' || token.text.startsWith('$')) return null;
  if (token.unit === 'k' || token.unit === 'xxx') return token.amount * 1000;
  return token.unit === '' || unit.test(token.unit) ? token.amount : null;
}

function thousands(tokens: readonly Token[], at: number): Found<number> | null {
  const token = tokens[at];
  const joined = /^(\d{1,3})k?(?:mi|miles)$/.exec(token?.word ?? '');
  if (joined) return { to: at + 1, value: Number(joined[1]) * (token?.word.includes('k') ? 1000 : 1) };
  const amount = amountOf(token);
  if (amount === null) return null;
  return wordAt(tokens, at + 1) === 'k' ? { to: at + 2, value: amount * 1000 } : { to: at + 1, value: amount };
}

/** "62k miles", "mileage 62,000", "62k on the clock" → 62000. A distance to drive ("45 miles away") is found too, with its small value. */
export function mileageAt(tokens: readonly Token[], at: number): Found<number> | null {
  const labelled = label.test(wordAt(tokens, at));
  const start = labelled ? at + (/^(?:is|of|at|:)$/.test(wordAt(tokens, at + 1)) ? 2 : 1) : at;
  const found = thousands(tokens, start);
  if (!found) return null;
  const glued = unit.test(tokens[start]?.unit ?? '') || /mi(?:les)?$/.test(wordAt(tokens, start));
  if (unit.test(wordAt(tokens, found.to))) return { to: found.to + 1, value: found.value };
  const onClock = wordAt(tokens, found.to) === 'on' && /^(?:the|it)$/.test(wordAt(tokens, found.to + 1));
  const clocked =
    onClock &&
    /^(?:it|clock|odo|odometer)$/.test(wordAt(tokens, found.to + (wordAt(tokens, found.to + 1) === 'it' ? 1 : 2)));
  return labelled || glued || (clocked && found.value >= 1000) ? found : null;
}
