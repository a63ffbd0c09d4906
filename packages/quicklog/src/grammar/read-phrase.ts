import type { Meaning } from '../lexicon/meanings.ts';
import { type Clause, isQuiet } from './clause.ts';
import { type Facts, isUsed, takeActivity, use, wordBefore, wordOf } from './facts.ts';
import { headOf } from './find-name.ts';
import { tellWhen } from './read-date.ts';
import type { Piece } from './scan.ts';

type PhrasePiece = Extract<Piece, { type: 'phrase' }>;
type Of<Role extends Meaning['role']> = Extract<Meaning, { role: Role }>;

const negation =
  /^(?:no|not|never|if|when|before|without|hasn't|hasnt|haven't|havent|didn't|didnt|to|should|w\/o|until|after)$/;
const noun =
  /^(?:a|the|phone|quick|good|short|long|had|great|intro|nice|another|did|his|her|first|second|sales|return|returned)$/;

function isHead(facts: Facts, piece: Piece): boolean {
  return facts.scan.pieces[headOf(facts.scan)] === piece;
}

/** Something was done: a date that opened the clause ("yesterday called maria") is when. */
function markDone(facts: Facts, clause: Clause): void {
  clause.justDid = true;
  const early = clause.pieces[clause.earlyDate];
  if (early?.type === 'when') tellWhen(facts, early);
}

function readDid(facts: Facts, clause: Clause, piece: PhrasePiece, meaning: Of<'did'>): boolean {
  if (meaning.headOnly && !isHead(facts, piece) && facts.activity?.kind !== 'visit') return false;
  if (
    !(meaning.anywhere || clause.opening || piece.from === facts.person?.to) ||
    negation.test(wordBefore(facts, piece))
  )
    return false;
  const result = takeActivity(facts, meaning.kind, meaning.outcome);
  if (result === 'ignored') return false;
  if (meaning.beBack) facts.beBack = true;
  markDone(facts, clause);
  const told = meaning.kind !== 'note' || /^(?:note|nota|fyi)/.test(wordOf(facts, piece));
  if (result === 'taken' && told) use(facts, piece);
  return true;
}

/** "call", "demo": to do when a date follows, done when the clause begins with it or an article stands before it. */
function readEither(facts: Facts, clause: Clause, at: number, piece: PhrasePiece, meaning: Of<'either'>): boolean {
  const date = clause.nextDate[at] ?? -1;
  const ahead = date >= 0 && date - at <= 14 && !(clause.hasMinutes && clause.opening && !facts.activity);
  if (ahead) {
    clause.open = { at, meaning };
    return true;
  }
  const before = wordBefore(facts, piece);
  const said = (clause.opening && !negation.test(before)) || noun.test(before);
  if (!said) return false;
  const result = takeActivity(facts, meaning.kind, null);
  if (result === 'taken') facts.tenseless = meaning.kind === 'call' && isHead(facts, piece);
  if (result === 'ignored') return false;
  markDone(facts, clause);
  if (result === 'taken') use(facts, piece);
  return true;
}

function readMarker(facts: Facts, clause: Clause, at: number, piece: PhrasePiece, meaning: Meaning): boolean {
  const date = clause.nextDate[at] ?? -1;
  if (date >= 0 && date - at <= 14) {
    clause.open = { at, meaning };
    return true;
  }
  if (meaning.role === 'beBack' && clause.opening && takeActivity(facts, 'visit', null) !== 'ignored') {
    facts.beBack = true;
    use(facts, piece);
    clause.justDid = true;
    return true;
  }
  if (
    meaning.role === 'due' &&
    clause.opening &&
    /^(?:text|txt|email)$/.test(wordOf(facts, piece)) &&
    takeActivity(facts, meaning.action === 'text' ? 'text' : 'email', null) === 'taken'
  ) {
    use(facts, piece);
    return true;
  }
  facts.waiting = meaning;
  if (!leadsToAnother(facts, clause, at)) return false;
  use(facts, piece);
  return true;
}

/** "remind me to call": only the last marker of a row takes the date, the others are part of it. */
function leadsToAnother(facts: Facts, clause: Clause, at: number): boolean {
  const next = clause.pieces.slice(at + 1, at + 4).find((piece) => !isQuiet(facts, piece) && !isUsed(facts, piece));
  const dated = next ? (clause.nextDate[clause.pieces.indexOf(next)] ?? -1) >= 0 : false;
  return next?.type === 'phrase' && (next.meaning.role === 'due' || next.meaning.role === 'either') && dated;
}

const givenThings: readonly (readonly [RegExp, 'call' | 'text' | 'email' | 'demo', 'left_message' | null])[] = [
  [/^(?:call|ring|shout|holler)$/, 'call', null],
  [/^(?:vm|voicemail|vmail|message|msg|mensaje)$/, 'call', 'left_message'],
  [/^(?:text|txt|sms)$/, 'text', null],
  [/^(?:email|e-mail)$/, 'email', null],
  [/^(?:test|demo|drive|spin|ride|dd|td)$/, 'demo', null],
];

/** "gave maria a call", "left lopez a message", "sent ana an email": the thing given tells what was done. */
function readGive(facts: Facts, clause: Clause, at: number, piece: PhrasePiece, meaning: Of<'give'>): boolean {
  if (!isHead(facts, piece) || facts.activity) return false;
  for (const thing of clause.pieces.slice(at + 1, at + 9)) {
    const found = givenThings.find(([pattern]) => pattern.test(wordOf(facts, thing)));
    if (!found) continue;
    const sentMessage = found[2] !== null && !meaning.left;
    takeActivity(facts, sentMessage ? 'text' : found[1], sentMessage ? null : found[2]);
    const article = /^(?:a|an|the)$/.test(wordBefore(facts, thing)) ? thing.from - 1 : thing.from;
    use(facts, { from: article, to: thing.to });
    use(facts, piece);
    clause.justDid = true;
    return true;
  }
  return false;
}

function readVoid(facts: Facts, clause: Clause, meaning: Of<'void'>): boolean {
  if (!meaning.missed || !clause.opening) return false;
  takeActivity(facts, 'appointment', null);
  return true;
}

/** Reads one phrase of a clause. Returns false when it is no more than a word of the note here. */
export function readPhrase(facts: Facts, clause: Clause, at: number): boolean {
  const piece = clause.pieces[at];
  if (piece?.type !== 'phrase') return false;
  const { meaning } = piece;
  switch (meaning.role) {
    case 'did':
      return readDid(facts, clause, piece, meaning);
    case 'either':
      return readEither(facts, clause, at, piece, meaning);
    case 'due':
    case 'meet':
    case 'beBack':
      return readMarker(facts, clause, at, piece, meaning);
    case 'give':
      return readGive(facts, clause, at, piece, meaning);
    case 'void':
      return readVoid(facts, clause, meaning);
    case 'show':
    case 'new':
    case 'move':
      if (isHead(facts, piece)) use(facts, piece);
      return isHead(facts, piece);
    default:
      return false;
  }
}
