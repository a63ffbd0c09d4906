import { wordSet } from '../lexicon/expand.ts';
import type { Facts } from './facts.ts';

interface Run {
  from: number;
  to: number;
}

const danglers = wordSet(
  "and then so but will to i'll ill i we we'll well please pls plz need needs needed should gonna going must said says wants want wanted asked asks told me us a an the for can he she they him her them w/ with set have has he'll she'll they'll he'd she'd they'd be is just also - & w wanna try appt",
);
const speech = wordSet('said says asked asks told wants wanted want need needs needed');
const openers = wordSet(
  'yes yeah ok log logged update @ and then but so also just fyi hey note - & + re about regarding that : back y of',
);
const empty = wordSet(
  'a an the and then but so also to for with w/ w on at in of is was he she they i we it just by from him her them me us back & + - re customer cust client up had now family',
);

function isMark(facts: Facts, at: number): boolean {
  const kind = facts.scan.tokens[at]?.kind;
  return kind === 'break' && !/[\p{So}\p{Sk}]/u.test(facts.scan.tokens[at]?.text ?? '');
}

function runsOf(facts: Facts): Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let at = 0; at <= facts.used.length; at += 1) {
    const free = at < facts.used.length && facts.used[at] === 0;
    if (free && from < 0) from = at;
    if (!free && from >= 0) {
      runs.push({ from, to: at });
      from = -1;
    }
  }
  return runs;
}

/** "wants cb fri" leaves nothing to say; of "wife said he'd cb fri" the wife and her saying so stay. */
function withoutDanglers(facts: Facts, { from, to }: Run): number {
  const word = (at: number) => facts.scan.tokens[at]?.word ?? '';
  let end = to;
  while (end > from && danglers.has(word(end - 1))) {
    if (speech.has(word(end - 1)) && says(facts, { from, to: end - 1 })) return end;
    end -= 1;
  }
  return end;
}

function trim(facts: Facts, run: Run): Run {
  const word = (at: number) => facts.scan.tokens[at]?.word ?? '';
  let { from, to } = run;
  if (facts.cuts.includes(to)) to = withoutDanglers(facts, run);
  while (to > from && (isMark(facts, to - 1) || /^(?:and|then|but|&|-)$/.test(word(to - 1)))) to -= 1;
  while (from < to && (isMark(facts, from) || openers.has(word(from)))) from += 1;
  return { from, to };
}

function says(facts: Facts, { from, to }: Run): boolean {
  for (let at = from; at < to; at += 1) {
    const token = facts.scan.tokens[at];
    if (token && !isMark(facts, at) && !empty.has(token.word)) return true;
  }
  return false;
}

function endOf(facts: Facts, { from, to }: Run): number {
  const { tokens, text } = facts.scan;
  const end = tokens[to - 1]?.end ?? text.length;
  const opened =
    text.slice(tokens[from]?.start, end).lastIndexOf('(') > text.slice(tokens[from]?.start, end).lastIndexOf(')');
  if (opened && text[end] === ')') return end + 1;
  let next = to;
  while (next < tokens.length && isMark(facts, next)) next += 1;
  const gap = text.slice(end, tokens[next]?.start ?? text.length);
  return end + (/^["”’')*\]}?!…]+/u.exec(gap)?.[0].length ?? 0);
}

function startOf(facts: Facts, from: number): number {
  const { tokens, text } = facts.scan;
  const start = tokens[from]?.start ?? 0;
  let before = from - 1;
  while (before >= 0 && isMark(facts, before)) before -= 1;
  const gap = text.slice(tokens[before]?.end ?? 0, start);
  return start - (/["“‘'(*[{¿¡]+$/u.exec(gap)?.[0].length ?? 0);
}

function hasMarkBetween(facts: Facts, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isMark(facts, at)) return true;
  return false;
}

/** What nobody understood as something else, in the rep's own words and order; null when nothing is left to say. */
export function noteOf(facts: Facts): string | null {
  const runs = runsOf(facts)
    .map((run) => trim(facts, run))
    .filter((run) => says(facts, run));
  let note = '';
  let end = -1;
  for (const run of runs) {
    if (note) note += hasMarkBetween(facts, end, run.from) ? ', ' : ' ';
    note += facts.scan.text.slice(startOf(facts, run.from), endOf(facts, run));
    end = run.to;
  }
  return note || null;
}

/** The text of some stretches of tokens, joined. */
export function textOf(facts: Facts, spans: readonly { from: number; to: number }[]): string {
  const { tokens, text } = facts.scan;
  return spans.map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end)).join(' ');
}
