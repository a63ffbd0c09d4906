import type { Meaning } from '../lexicon/meanings.ts';
import type { FollowUpAction } from '../types.ts';
import { resolveAhead } from '../when/resolve.ts';
import type { Clause } from './clause.ts';
import { type Facts, use } from './facts.ts';
import type { Piece } from './scan.ts';

interface Span {
  from: number;
  to: number;
}

const forWhat = /^(?:re|about|regarding|to|with|w\/|for)$/;

/** The tokens of a span that are not about who it is. */
function withoutWho(facts: Facts, span: Span): Span[] {
  let parts: Span[] = [span];
  for (const who of facts.person?.spans ?? []) {
    parts = parts.flatMap((part) => {
      if (who.to <= part.from || who.from >= part.to) return [part];
      return [
        { from: part.from, to: Math.max(part.from, who.from) },
        { from: Math.min(part.to, who.to), to: part.to },
      ];
    });
  }
  return parts.filter((part) => part.to > part.from);
}

/** "… fri 3 re trade": what stands after the date, up to the end of the clause or the next verb, says what for. */
function tailAfter(facts: Facts, clause: Clause, markerAt: number, dateAt: number): Span | null {
  let start = Math.max(markerAt, dateAt) + 1;
  const isTaken = (piece: Piece | undefined) => piece !== undefined && facts.used[piece.from] === 1;
  while (markerAt > dateAt && isTaken(clause.pieces[start])) start += 1;
  const first = clause.pieces[start];
  if (first?.type !== 'word' || !forWhat.test(facts.scan.tokens[first.from]?.word ?? '')) return null;
  const rest = clause.pieces.slice(start);
  const stop = rest.findIndex(
    (piece) => piece.type === 'phrase' && piece.meaning.role !== 'none' && piece.meaning.role !== 'either',
  );
  const last = rest.at(stop < 0 ? -1 : stop - 1);
  if (stop === 0 || !last) return null;
  const personInside = facts.person?.spans.some((span) => span.from >= first.from && span.to <= last.to);
  return personInside ? null : { from: first.from, to: last.to };
}

interface Task {
  verb: string;
  action: FollowUpAction;
}

/** What is to be done; "remind me fri to call" says it only after the date. */
function taskOf(facts: Facts, clause: Clause, meaning: Meaning, dateAt: number): Task {
  if (meaning.role !== 'due' && meaning.role !== 'either') return { verb: 'Follow up with', action: 'other' };
  const next = clause.pieces[dateAt + 1];
  if (meaning.verb !== '' || next?.type !== 'phrase') return meaning;
  if (next.meaning.role !== 'due' && next.meaning.role !== 'either') return meaning;
  use(facts, next);
  return next.meaning;
}

function planFollowUp(facts: Facts, clause: Clause, meaning: Meaning, marker: Piece | null, dateAt: number): boolean {
  const date = clause.pieces[dateAt];
  if (facts.followUp || date?.type !== 'when') return false;
  const due = resolveAhead(date.spec, facts.moment);
  if (!due) return false;
  const known = taskOf(facts, clause, meaning, dateAt);
  const inner = marker && marker.to < date.from ? withoutWho(facts, { from: marker.to, to: date.from }) : [];
  const tail = tailAfter(facts, clause, marker ? clause.pieces.indexOf(marker) : -1, dateAt);
  const topic = tail ? [...inner, tail] : inner;
  for (const span of [...topic, date, ...(marker ? [marker] : [])]) use(facts, span);
  facts.cuts.push(Math.min(marker?.from ?? date.from, date.from));
  facts.followUp = { verb: known.verb, action: known.action, due, topic, asked: marker !== null };
  return true;
}

/** "appt moved from fri to sat 11": the old date and the moving are no news beside the new date. */
function dropBetween(facts: Facts, clause: Clause, marker: Piece, dateAt: number): void {
  const inner = clause.pieces.slice(clause.pieces.indexOf(marker) + 1, dateAt);
  const moving = (piece: Piece) =>
    piece.type === 'when' ||
    (piece.type === 'phrase' && piece.meaning.role === 'move') ||
    /^(?:from|to|got|was|is|for|on|set)$/.test(facts.scan.tokens[piece.from]?.word ?? '');
  const rest = inner.filter((piece) => facts.used[piece.from] !== 1);
  if (rest.every(moving)) for (const piece of rest) use(facts, piece);
}

function planAppointment(
  facts: Facts,
  clause: Clause,
  meaning: Meaning,
  marker: Piece | null,
  dateAt: number,
): boolean {
  const date = clause.pieces[dateAt];
  if (facts.appointment || clause.voided || date?.type !== 'when') return false;
  const at = resolveAhead(date.spec, facts.moment);
  if (!at) return false;
  facts.appointment = at;
  if (meaning.role === 'beBack' || (meaning.role === 'meet' && meaning.beBack)) facts.beBack = true;
  for (const span of [date, ...(marker ? [marker] : [])]) use(facts, span);
  if (marker) dropBetween(facts, clause, marker, dateAt);
  facts.cuts.push(date.from, ...(marker ? [marker.from] : []));
  return true;
}

function isMeeting(meaning: Meaning): boolean {
  return meaning.role === 'meet' || meaning.role === 'beBack' || (meaning.role === 'either' && meaning.kind === 'demo');
}

/**
 * Turns a marker and a date into a follow-up or an appointment and takes their words out of the note.
 * @param marker the phrase that asked for it, or null when the date stands alone
 * @returns false when the date lies behind, the place is taken, or the appointment is off
 */
export function plan(facts: Facts, clause: Clause, meaning: Meaning, marker: Piece | null, dateAt: number): boolean {
  const made = isMeeting(meaning) ? planAppointment : planFollowUp;
  return made(facts, clause, meaning, marker, dateAt);
}
