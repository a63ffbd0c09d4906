import type { CreateCommand } from '../types.ts';
import { headOf } from './find-name.ts';
import type { Reading } from './read-log.ts';
import { type Piece, type Scan, scan } from './scan.ts';

function isNew(piece: Piece | undefined): piece is Extract<Piece, { type: 'phrase' }> {
  return piece?.type === 'phrase' && piece.meaning.role === 'new';
}

function findPhone(scan: Scan): string | null {
  for (const piece of scan.pieces) if (piece.type === 'phone') return piece.e164;
  return null;
}

function findEmail(scan: Scan): string | null {
  for (const piece of scan.pieces)
    if (piece.type === 'email') return scan.tokens[piece.from]?.text.toLowerCase() ?? null;
  return null;
}

/** True when the text begins by saying that somebody is new: "new up", "phone up", "walk in". */
export function announcesNew(scan: Scan): boolean {
  return isNew(scan.pieces[headOf(scan)]);
}

function withoutContact(note: string | null, scan: Scan): string | null {
  if (!note) return null;
  let rest = note;
  for (const piece of scan.pieces) {
    if (piece.type !== 'phone' && piece.type !== 'email') continue;
    rest = rest.replace(scan.tokens[piece.from]?.text ?? '', ' ');
  }
  const tidied = rest
    .replace(/\b(?:ph|phone|cell|email|e-mail|mobile|tel)\b[:.]?(?=\s*(?:$|,|\s))/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?:\s*,)+/g, ',')
    .replace(/^[\s,.;:-]+|[\s,;:-]+$/g, '');
  return tidied || null;
}

/** What only repeats the car is no note: "wants a used f150". */
function withoutCar(note: string | null): string | null {
  if (!note) return null;
  const read = scan(note);
  const filler = /^(?:wants?|on|for|an?|the|looking|at|interested|in|likes?|re|about)$/;
  const onlyCar = read.pieces.every(
    (piece) => piece.type === 'vehicle' || piece.type === 'break' || filler.test(read.tokens[piece.from]?.word ?? ''),
  );
  return onlyCar ? null : note;
}

/** A new up from what was read of its text; null when neither a name nor a number says who it is. */
export function createFrom(scanned: Scan, { command }: Reading): CreateCommand | null {
  const head = scanned.pieces[headOf(scanned)];
  const meaning = isNew(head) && head.meaning.role === 'new' ? head.meaning : null;
  const who = command.who;
  if (!who) return null;
  const { vehicle, stockNumber, vin, budgetCents, mileage, followUp, appointment } = command;
  const source = meaning ? meaning.source : 'walk_in';
  const note = withoutCar(withoutContact(command.note, scanned));
  const phone = who.phone ?? findPhone(scanned);
  return {
    kind: 'create',
    who: { ...who, phone },
    email: findEmail(scanned),
    source,
    vehicle,
    stockNumber,
    vin,
    budgetCents,
    mileage,
    note,
    followUp,
    appointment,
  };
}
