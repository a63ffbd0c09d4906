import { type Token, wordAt } from '../text/tokens.ts';
import type { Found } from './identifiers.ts';

export interface Money {
  cents: number;
  /** what the customer means to spend on the car, as against a quote, a payment or a trade */
  budget: boolean;
}

const grand = /^(?:k|grand|thousand|g)$/;
const after = /^(?:otd|down|off|bucks|dollars|cash|obo|tops|max)$/;
const before =
  /^(?:otd|price|priced|asking|quoted|quote|offered|payoff|owes|acv|allowance|under|below|budget|max|paid|over)$/;
const monthly = /^(?:mo|month|monthly|a|per|pymt|pymts|payment|payments|pmt|biweekly)$/;
const notTheCar =
  /^(?:trade|trade-in|payoff|owes|down|off|acv|allowance|pymt|pymts|payment|payments|pmt|gross|profit|rebate|equity|deposit|worth)$/;
const strongCue = /^(?:under|below|max|budget|<|upto|tops|sub)$/;
const weakCue = /^(?:around|about|abt|at|near|~|for|by|between)$/;
const spending = /^(?:spend|spending|budget|looking|wants|want|stay|staying|keep|afford|be|quiere)$/;

const otherUnit =
  /^(?:%|-|\/|a|am|days?|degrees|grand|h|hours?|hrs?|k|m|mi|miles?|mins?|minutes?|months?|mos?|mpg|per|percent|pm|thousand|times|years?)$/;

/** "under 55": nobody sells a car for fifty-five dollars. */
function isShorthand(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const cue = wordAt(tokens, at - 1);
  const cued = strongCue.test(cue) || (cue === 'to' && wordAt(tokens, at - 2) === 'up');
  const plain = token?.kind === 'number' && /^\d{2,3}$/.test(token.text) && token.amount >= 10 && token.amount < 200;
  return (
    plain &&
    cued &&
    !otherUnit.test(wordAt(tokens, at + 1)) &&
    !around(tokens, at, at + 1, 4).some((word) => notTheCar.test(word))
  );
}

function dollarsAt(tokens: readonly Token[], at: number): Found<number> | null {
  const token = tokens[at];
  if (token?.kind !== 'number') return null;
  if (/^(?:k|grand|thousand)$/.test(token.unit)) return { to: at + 1, value: token.amount * 1000 };
  if (token.unit !== '') return null;
  if (isShorthand(tokens, at)) return { to: at + 1, value: token.amount * 1000 };
  if (grand.test(wordAt(tokens, at + 1))) return { to: at + 2, value: token.amount * 1000 };
  const marked = token.text.startsWith('$') || token.text.includes(',');
  const said =
    token.amount >= 100 &&
    (after.test(wordAt(tokens, at + 1)) || (token.amount >= 3000 && before.test(wordAt(tokens, at - 1))));
  return marked || said ? { to: at + 1, value: token.amount } : null;
}

function around(tokens: readonly Token[], from: number, to: number, reach: number): string[] {
  const words: string[] = [];
  for (let at = from - 1; at >= Math.max(0, from - reach) && tokens[at]?.kind !== 'break'; at -= 1)
    words.push(wordAt(tokens, at));
  for (let at = to; at < to + 2 && tokens[at]?.kind !== 'break'; at += 1) words.push(wordAt(tokens, at));
  return words;
}

function cued(tokens: readonly Token[], from: number, to: number): boolean {
  const near = around(tokens, from, to, 3);
  const [one = '', two = ''] = [wordAt(tokens, from - 1), wordAt(tokens, from - 2)];
  if (strongCue.test(one) || strongCue.test(wordAt(tokens, to))) return true;
  if (/^(?:than|over)$/.test(one) && /^(?:less|more|not|no)$/.test(two)) return true;
  if (one === 'to' && two === 'up') return true;
  if (/^(?:is|of|at|around|about)$/.test(one) && two === 'budget') return true;
  if (wordAt(tokens, to) === 'or' && /^(?:less|under)$/.test(wordAt(tokens, to + 1))) return true;
  return (
    (weakCue.test(one) || spending.test(one)) &&
    around(tokens, from, to, 5).some((word) => /^(?:spend|spending|stay|keep|budget|looking|afford)$/.test(word)) &&
    !near.includes('trade')
  );
}

function isBudget(tokens: readonly Token[], from: number, to: number, dollars: number): boolean {
  if (dollars < 1000 || monthly.test(wordAt(tokens, to))) return false;
  if (around(tokens, from, to, 4).some((word) => notTheCar.test(word))) return false;
  return cued(tokens, from, to);
}

function pastMonthly(tokens: readonly Token[], to: number): number {
  const [one, two] = [wordAt(tokens, to), wordAt(tokens, to + 1)];
  if (/^(?:a|per|\/)$/.test(one) && /^(?:mo|month)$/.test(two)) return to + 2;
  return one === 'mo' || one === 'monthly' ? to + 1 : to;
}

/** "$42,500", "55k", "55 grand", "1500 down", "450 a month" → an amount that no date may be made of */
export function moneyAt(tokens: readonly Token[], at: number): Found<Money> | null {
  const dollars = dollarsAt(tokens, at);
  const token = tokens[at];
  if (!dollars) {
    const payment =
      token?.kind === 'number' && token.unit === '' && token.amount >= 50 ? pastMonthly(tokens, at + 1) : at + 1;
    return payment > at + 1 && token ? { to: payment, value: { cents: token.amount * 100, budget: false } } : null;
  }
  const to = pastMonthly(tokens, dollars.to);
  const budget = to === dollars.to && isBudget(tokens, at, to, dollars.value);
  return { to, value: { cents: Math.round(dollars.value * 100), budget } };
}
