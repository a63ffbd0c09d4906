import { readClock } from '../when/clock.ts';
import type { FoundWho } from './find-who.ts';
import type { Piece, Scan } from './scan.ts';

const markers = ['due', 'meet', 'beBack', 'either'];

function isMarker(piece: Piece | undefined): boolean {
  return piece?.type === 'phrase' && markers.includes(piece.meaning.role);
}

/** "appt lopez 3": a bare number between the name and the end of the clause is a time when a marker asked for one. */
function withTrailingHour(scan: Scan, person: FoundWho | null): Scan {
  if (!person) return scan;
  const at = scan.pieces.findIndex((piece) => piece.from === person.to);
  const piece = scan.pieces[at];
  const next = scan.pieces[at + 1];
  if (piece?.type !== 'word' || !(next === undefined || next.type === 'break')) return scan;
  const asked = scan.pieces.slice(Math.max(0, at - 6), at).some(isMarker);
  const clock = asked && scan.tokens[piece.from]?.kind === 'number' ? readClock(scan.tokens, piece.from, true) : null;
  if (!clock || clock.to !== piece.to) return scan;
  const { hour, minute } = clock.value;
  const timed: Piece = {
    type: 'when',
    spec: { day: null, clock: { hour, minute }, shiftMinutes: null, direction: null },
    from: piece.from,
    to: piece.to,
  };
  return { ...scan, pieces: scan.pieces.with(at, timed) };
}

type DatePiece = Extract<Piece, { type: 'when' }>;

function clockFor(scan: Scan, at: number): DatePiece | null {
  const rest = scan.pieces.slice(at + 2, at + 8);
  const end = rest.findIndex((piece) => piece.type === 'break');
  const clock = (end < 0 ? rest : rest.slice(0, end)).find((piece) => piece.type === 'when');
  return clock?.type === 'when' && clock.spec.day === null && clock.spec.clock !== null ? clock : null;
}

/** "tomorrow call lopez at 9": the day before the marker and the time after it are one date. */
function withSplitDate(scan: Scan): Scan {
  const at = scan.pieces.findIndex(
    (piece, index) =>
      piece.type === 'when' && piece.spec.day !== null && piece.spec.clock === null && isMarker(scan.pieces[index + 1]),
  );
  const day = scan.pieces[at];
  const clock = at < 0 ? null : clockFor(scan, at);
  if (day?.type !== 'when' || !clock) return scan;
  const whole: Piece = { ...day, spec: { ...day.spec, clock: clock.spec.clock } };
  const pieces = scan.pieces.map((piece) =>
    piece === day ? whole : piece === clock ? ({ type: 'word', from: clock.from, to: clock.to } as const) : piece,
  );
  return { ...scan, pieces, spent: [...scan.spent, { from: clock.from, to: clock.to }] };
}

/** Puts dates together whose parts stand apart, now that the name is known. */
export function withWholeDates(scan: Scan, person: FoundWho | null): Scan {
  return withSplitDate(withTrailingHour(scan, person));
}
