import type { Who } from '../types.ts';
import { findName } from './find-name.ts';
import type { Name } from './person.ts';
import type { Piece, Scan } from './scan.ts';

export interface FoundWho {
  who: Who;
  /** token places that are about who it is, the words leading to the name included */
  spans: readonly { from: number; to: number }[];
  /** first token after the name, or after the number when there is no name */
  to: number;
}

type Of<Type extends Piece['type']> = Extract<Piece, { type: Type }>;

interface Numbers {
  phone: Of<'phone'> | null;
  deal: Of<'deal'> | null;
}

function standsBeside(scan: Scan, at: number, name: Name): boolean {
  const gap = at - name.nextPiece;
  const across = gap === 1 && scan.pieces[at - 1]?.type === 'break';
  return gap === 0 || across || scan.pieces[at + 1]?.from === name.from;
}

/** A number counts as the person's when no name is there, or when it stands right beside the name. */
function findNumbers(scan: Scan, name: Name | null): Numbers {
  const numbers: Numbers = { phone: null, deal: null };
  for (const [at, piece] of scan.pieces.entries()) {
    const beside = !name || standsBeside(scan, at, name);
    const labelled = scan.tokens[piece.from]?.word === 'deal';
    if (piece.type === 'phone' && beside) numbers.phone ??= piece;
    if (piece.type === 'deal' && (beside || labelled)) numbers.deal ??= piece;
  }
  return numbers;
}

/** Whom the text is about: by name, by phone number, by deal number, or not at all (null). */
export function findWho(scan: Scan): FoundWho | null {
  const found = findName(scan);
  const { phone, deal } = findNumbers(scan, found?.name ?? null);
  if (!found && !phone && !deal) return null;
  const { text, words } = found?.name ?? { text: '', words: [] };
  const spans = [phone, deal].filter((piece) => piece !== null).map(({ from, to }) => ({ from, to }));
  if (found) spans.push({ from: found.leadFrom, to: found.name.to });
  const who = { text, words, phone: phone?.e164 ?? null, dealNumber: deal?.number ?? null };
  const beside = deal && found && deal.from === found.name.to ? deal.to : null;
  return { who, spans, to: beside ?? found?.name.to ?? (deal ?? phone)?.to ?? 0 };
}
