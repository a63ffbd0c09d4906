import { findWho } from './grammar/find-who.ts';
import { type Scan, scan } from './grammar/scan.ts';
import { stageAt } from './grammar/stage.ts';
import { findLostReason } from './lost-reasons.ts';
import { parseScanned } from './parse.ts';
import { fold, tidy } from './text/fold.ts';
import { wordAt } from './text/tokens.ts';
import type { Command, MoveCommand, QuicklogContext, StageRef, Who } from './types.ts';

const filler = /^(?:deal|over|back|now|up|is|was|moved|goes|,|:|-)$/;
const toward = /^(?:to|into|in|as|is|->|=>|→|»|>|=|:|,|-)$/;

function noteFrom(scanned: Scan, from: number): string | null {
  const start = scanned.tokens[from]?.start;
  const rest = start === undefined ? '' : scanned.text.slice(start);
  return rest.replace(/^[\s,;:.()-]+|[\s,;:)-]+$/g, '').replace(/^(?:to|on|because|bc|due to)\s+/i, '') || null;
}

function moveTo(scanned: Scan, who: Who, stage: StageRef, noteAt: number): MoveCommand {
  const said = noteFrom(scanned, noteAt);
  const found = stage.kind === 'lost' && said ? findLostReason(fold(said)) : null;
  return { kind: 'move', who, stage, lostReason: found?.reason ?? null, note: found?.exact ? null : said };
}

/** The person of the words before a stage, when those words are nothing but the person. */
function whoBefore(scanned: Scan, to: number): Who | null {
  const digits = /^(\d{1,6})$/.exec(scanned.tokens[0]?.word ?? '')?.[1];
  if (digits && to === 1) return { text: '', words: [], phone: null, dealNumber: Number(digits) };
  const before = scan(scanned.text.slice(0, scanned.tokens[to]?.start ?? scanned.text.length));
  const found = findWho(before);
  const rest = before.tokens.slice(found?.to ?? 0);
  return found && rest.every((token) => filler.test(token.word)) ? found.who : null;
}

/** "lopez to write-up", "lopez -> fi", "#104 sold": the first place after the person where a stage is named. */
function readMove(scanned: Scan, stages: readonly StageRef[], lenient: boolean): MoveCommand | null {
  for (let at = 1; at < Math.min(scanned.tokens.length, 14); at += 1) {
    const token = scanned.tokens[at - 1];
    const led = toward.test(wordAt(scanned.tokens, at - 1)) || token?.kind === 'arrow';
    const found = led || !lenient ? stageAt(scanned.tokens, at, stages, lenient) : null;
    if (!found) continue;
    let end = at;
    while (end > 0 && (toward.test(wordAt(scanned.tokens, end - 1)) || scanned.tokens[end - 1]?.kind === 'arrow'))
      end -= 1;
    const who = whoBefore(scanned, end);
    if (who) return moveTo(scanned, who, found.stage, found.to);
  }
  return null;
}

function triedToMove(scanned: Scan): boolean {
  return scanned.tokens.some((token, at) => at > 0 && (token.kind === 'arrow' || /^(?:to|into|as)$/.test(token.word)));
}

/**
 * Reads what stands after Slack's `/deal`: "lopez to write-up", "lopez -> fi", "#104 sold", "maria lopez to lost price".
 * @returns `move`, or `show` for a name alone, or `unclear` with one sentence that names the stages
 * @throws RangeError when the context holds no instant or zone
 */
export function parseMove(text: string, context: QuicklogContext): Command {
  const scanned = scan(tidy(text));
  const move = readMove(scanned, context.stages, false) ?? readMove(scanned, context.stages, true);
  if (move) return move;
  const read = parseScanned(scanned, context);
  if (read.kind === 'move' || (read.kind === 'show' && !triedToMove(scanned))) return read;
  if (read.kind === 'log' && read.who && read.stage)
    return { kind: 'move', who: read.who, stage: read.stage, lostReason: read.lostReason, note: read.note };
  const names = context.stages.map((stage) => stage.name).join(', ');
  return { kind: 'unclear', reason: `Say who and where to, such as lopez to write-up; the stages here are ${names}.` };
}
