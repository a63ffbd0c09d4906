import { wordSet } from '../lexicon/expand.ts';
import { endsName } from '../lexicon/stop-words.ts';
import { isPlainName, type Name, type NameRules, nameAt } from './person.ts';
import type { Piece, Scan } from './scan.ts';

/** A name, and the token where the words that lead to it begin ("with", "for mr"). */
export interface FoundName {
  name: Name;
  leadFrom: number;
}

type Strategy = (scan: Scan, head: number, reasonMayFollow: boolean) => FoundName | null;

export const fluff: ReadonlySet<string> = wordSet(
  "yes yeah just so hey i we i've ive we've weve fyi update log logged also then and ok finally quick hi again & - @ my the our",
);
const connectors = wordSet(
  'with w/ w to for from of and & + a an con on customer cust client lead guest prospect buyer up in by the our my name named back @ - 4 2nd 3rd attempt try x2 x3 2x 3x',
);
const toPerson =
  /^(?:spoke|spk|talk|talked|sent|reached|note|notes|message|left|lm|lvm|vm|connected|returned|returning|resched|got|hable|llame|shot|gave|met|on|off|just|convo|conversation|followed|replied|responded)/;
const goesOn = wordSet('she he they who re about and is was has wants wanted said says needs needed');
const subjects = ['vehicle', 'stock', 'vin', 'break'];

function wordOf(scan: Scan, piece: Piece | undefined): string {
  return piece ? (scan.tokens[piece.from]?.word ?? '') : '';
}

/** The first piece that says something: past greetings, "just", and a leading day. */
export function headOf(scan: Scan): number {
  const isFluff = (piece: Piece) =>
    piece.type === 'break' || piece.type === 'when' || (piece.type === 'word' && fluff.has(wordOf(scan, piece)));
  return Math.max(
    scan.pieces.findIndex((piece) => !isFluff(piece)),
    0,
  );
}

function isVerb(piece: Piece | undefined, isHead: boolean): boolean {
  if (piece?.type !== 'phrase') return piece?.type === 'minutes';
  return piece.meaning.role !== 'none' && (piece.meaning.role !== 'new' || isHead);
}

function mayStandBefore(scan: Scan, piece: Piece, verb: Piece): boolean {
  const word = wordOf(scan, piece);
  if (piece.type === 'word' && word === 'to') return toPerson.test(wordOf(scan, verb)) || verb.type !== 'phrase';
  if (piece.type === 'word') return connectors.has(word);
  if (piece.type === 'phrase') return piece.meaning.role !== 'none' && piece.meaning.role !== 'stage';
  return piece.type === 'minutes' || piece.type === 'when';
}

/** Past connecting words, further verbs, minutes and dates of the same clause: "lm for maria", "appt tues 5pm maria". */
function nameAfter(scan: Scan, verbAt: number, rules: NameRules): FoundName | null {
  let verb = scan.pieces[verbAt];
  let leadFrom = verb?.to ?? 0;
  for (let at = verbAt + 1; at < scan.pieces.length && at < verbAt + 12; at += 1) {
    const piece = scan.pieces[at];
    if (at === verbAt + 1 && /^[:–—-]$/.test(wordOf(scan, piece))) continue;
    if (!piece || !verb || piece.type === 'break') return null;
    const name = nameAt(scan, at, rules);
    if (name) return { name, leadFrom };
    if (!mayStandBefore(scan, piece, verb)) return null;
    if (piece.type !== 'word') leadFrom = piece.to;
    if (piece.type === 'phrase') verb = piece;
  }
  return null;
}

function endsCleanly(scan: Scan, name: Name): boolean {
  const after = scan.pieces[name.nextPiece];
  if (after === undefined || goesOn.has(wordOf(scan, after))) return true;
  return ['break', 'when', 'phrase', 'minutes'].includes(after.type);
}

function firstOf(scan: Scan, find: (at: number, piece: Piece) => FoundName | null): FoundName | null {
  for (const [at, piece] of scan.pieces.entries()) {
    const found = find(at, piece);
    if (found) return found;
  }
  return null;
}

function starting(name: Name | null): FoundName | null {
  return name && { name, leadFrom: name.from };
}

/** "maria lopez came in" */
const leading: Strategy = (scan, head, reasonMayFollow) => {
  const name = nameAt(scan, head, { afterVerb: false, reasonMayFollow });
  const first = scan.pieces[head];
  return isVerb(first, true) && name?.from !== first?.from ? null : starting(name);
};

/** "closed lopez", "visiting maria": a verb nobody taught us, known by its ending. */
const afterUnknownVerb: Strategy = (scan, head, reasonMayFollow) => {
  const word = wordOf(scan, scan.pieces[head]);
  const isForm = scan.pieces[head]?.type === 'word' && /(?:ed|ing)$/.test(word) && endsName(word);
  return isForm ? starting(nameAt(scan, head + 1, { afterVerb: true, reasonMayFollow })) : null;
};

/** "blue tahoe lopez wants it" */
const afterCar: Strategy = (scan, head, reasonMayFollow) => {
  const at = scan.pieces.findIndex((piece, index) => index >= head && !subjects.includes(piece.type));
  if (at <= head || isVerb(scan.pieces[at], false)) return null;
  return starting(nameAt(scan, at, { afterVerb: false, reasonMayFollow }));
};

/** "lm for maria lopez", "8 min call with maria" */
const afterVerb: Strategy = (scan, head, reasonMayFollow) =>
  firstOf(scan, (at, piece) => {
    if (!isVerb(piece, at === head)) return null;
    const past = piece.type === 'phrase' && ['did', 'stage', 'either'].includes(piece.meaning.role);
    return nameAfter(scan, at, { afterVerb: past, reasonMayFollow });
  });

/** "emailed quote to lopez" */
const afterSmallWord: Strategy = (scan, _head, reasonMayFollow) =>
  firstOf(scan, (at, piece) => {
    if (piece.type !== 'word' || !/^(?:to|with|w\/|for)$/.test(wordOf(scan, piece))) return null;
    const name = nameAt(scan, at + 1, { afterVerb: false, reasonMayFollow });
    if (!name || !endsCleanly(scan, name)) return null;
    return scan.pieces.some((other) => other.type === 'phrase') ? { name, leadFrom: piece.from } : null;
  });

/** "lm, maria lopez", "na, lopez cb fri", "2nd attempt lopez lm" */
const ownClause: Strategy = (scan, _head, reasonMayFollow) =>
  firstOf(scan, (at, piece) => {
    if (!isPlainName(scan, piece)) return null;
    const name = nameAt(scan, at, { afterVerb: false, reasonMayFollow });
    const opens = at === 0 || scan.pieces[at - 1]?.type === 'break';
    const acts = name && isVerb(scan.pieces[name.nextPiece], false);
    return name && (acts || (opens && endsCleanly(scan, name))) ? starting(name) : null;
  });

/** "when is lopez coming in?" */
const inQuestion: Strategy = (scan, _head, reasonMayFollow) => {
  if (!scan.text.endsWith('?')) return null;
  return firstOf(scan, (at, piece) =>
    isPlainName(scan, piece) ? starting(nameAt(scan, at, { afterVerb: false, reasonMayFollow })) : null,
  );
};

const strategies = [afterUnknownVerb, leading, afterCar, afterVerb, afterSmallWord, ownClause, inQuestion];

/** The person's name, wherever reps put it; the likeliest place first. */
export function findName(scan: Scan): FoundName | null {
  const head = headOf(scan);
  const isLost = (piece: Piece) =>
    piece.type === 'phrase' && piece.meaning.role === 'stage' && piece.meaning.canonical === 'lost';
  const reasonMayFollow = scan.pieces.some(isLost);
  for (const strategy of strategies) {
    const found = strategy(scan, head, reasonMayFollow);
    if (found) return found;
  }
  return null;
}
