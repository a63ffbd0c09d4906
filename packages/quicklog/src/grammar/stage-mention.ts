import { wordSet } from '../lexicon/expand.ts';
import { isBreak, wordAt } from '../text/tokens.ts';
import type { StageRef } from '../types.ts';
import { softBreak } from './clause.ts';
import { headOf } from './find-name.ts';
import type { FoundWho } from './find-who.ts';
import type { Piece, Scan } from './scan.ts';
import { stageAt, stageFor } from './stage.ts';

export interface StageMention {
  stage: StageRef;
  from: number;
  to: number;
}

const between = wordSet(
  'is was now just got has been moved over deal back goes going all officially already ready for finally are',
);
const toward = wordSet('to into as = -> => → » >');
const clauseOpeners = wordSet(
  "he she they he's she's they're just and then & got now is officially finally we i also but so ended up",
);
const mayFollow = wordSet('the a an him her them on at for in with w/ to @ 4 today his and &');

function startOfStage(scan: Scan, person: FoundWho): { at: number; led: boolean; inside: boolean } {
  let at = person.to;
  if (wordAt(scan.tokens, at) === ':' || wordAt(scan.tokens, at) === '-') at += 1;
  while (between.has(wordAt(scan.tokens, at))) at += 1;
  const led = toward.has(wordAt(scan.tokens, at)) || scan.tokens[at]?.kind === 'arrow';
  const inside = wordAt(scan.tokens, at) === 'in';
  const article = wordAt(scan.tokens, at + 1) === 'the' ? 1 : 0;
  return { at: led || inside ? at + 1 + article : at, led, inside };
}

function phraseStage(piece: Piece | undefined, stages: readonly StageRef[]): StageRef | null {
  return piece?.type === 'phrase' && piece.meaning.role === 'stage' ? stageFor(piece.meaning.canonical, stages) : null;
}

function pieceStartingAt(scan: Scan, token: number): Piece | undefined {
  return scan.pieces.find((piece) => piece.from === token);
}

/** "lopez to write-up", "lopez -> fi", "lopez sold" */
function afterWho(scan: Scan, person: FoundWho, stages: readonly StageRef[]): StageMention | null {
  const { at, led, inside } = startOfStage(scan, person);
  const piece = [inside ? at - 1 : at, at]
    .map((token) => pieceStartingAt(scan, token))
    .find((found) => phraseStage(found, stages) !== null);
  const strong = phraseStage(piece, stages);
  const moving = scan.pieces[headOf(scan)];
  const said = moving?.type === 'phrase' && moving.meaning.role === 'move';
  const any = led || (inside && said) ? stageAt(scan.tokens, at, stages, false) : null;
  if (any) {
    const next = pieceStartingAt(scan, any.to);
    return next?.type === 'when' && !strong && !said ? null : { stage: any.stage, from: person.to, to: any.to };
  }
  return strong && piece ? { stage: strong, from: person.to, to: piece.to } : null;
}

/** "sold lopez", "lost lopez bought elsewhere" */
function beforeWho(scan: Scan, stages: readonly StageRef[]): StageMention | null {
  const piece = scan.pieces[headOf(scan)];
  const stage = phraseStage(piece, stages);
  return stage && piece ? { stage, from: piece.from, to: piece.to } : null;
}

function opensClause(scan: Scan, at: number): boolean {
  for (let back = at - 1; back >= 0; back -= 1) {
    const piece = scan.pieces[back];
    if (
      !piece ||
      piece.type === 'break' ||
      piece.type === 'minutes' ||
      (piece.type === 'phrase' && piece.meaning.role === 'did')
    )
      return true;
    if (piece.type === 'word' && softBreak.test(wordAt(scan.tokens, piece.from))) return true;
    if (piece.type !== 'word' || !clauseOpeners.has(wordAt(scan.tokens, piece.from))) return false;
  }
  return true;
}

/** A clause of its own: "demo'd, sold!", "came in, wu at 42k". */
function ownClause(scan: Scan, person: FoundWho | null, stages: readonly StageRef[]): StageMention | null {
  for (const [at, piece] of scan.pieces.entries()) {
    const stage = phraseStage(piece, stages);
    if (!stage || !opensClause(scan, at)) continue;
    const next = scan.pieces[at + 1];
    const named = person?.spans.some((span) => span.from === piece.to) ?? false;
    const open =
      named || isBreak(scan.tokens[piece.to]) || stage.kind === 'lost' || mayFollow.has(wordAt(scan.tokens, piece.to));
    if (open || next?.type === 'vehicle' || next?.type === 'money' || next?.type === 'when' || next?.type === 'phrase')
      return { stage, from: piece.from, to: piece.to };
  }
  return null;
}

/** Where the text plainly says a stage, or null. "sold his truck" and "is it sold" are not that. */
export function findStage(scan: Scan, person: FoundWho | null, stages: readonly StageRef[]): StageMention | null {
  return (person ? afterWho(scan, person, stages) : null) ?? beforeWho(scan, stages) ?? ownClause(scan, person, stages);
}
