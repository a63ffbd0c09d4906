import { wordAt } from '../text/tokens.ts';
import type { VehicleFacts } from '../types.ts';
import type { Piece, Scan } from './scan.ts';

const owned = /^(?:his|her|their|trade|trading|trade-in|owes|current|old|trades|traded|your|swap)$/;

function isTheirs(scan: Scan, piece: Piece): boolean {
  return [1, 2, 3].some(
    (back) => scan.tokens[piece.from - back]?.kind !== 'break' && owned.test(wordAt(scan.tokens, piece.from - back)),
  );
}

function wanted(scan: Scan, isName: (piece: Piece) => boolean): string | null {
  for (const piece of scan.pieces)
    if (piece.type === 'vehicle' && !isName(piece) && !isTheirs(scan, piece)) return piece.name;
  return null;
}

/**
 * The car of interest, its numbers and the budget, from anywhere in the text. A car they own ("trading his civic") is not the one they want.
 * @param isName tells that a piece says who it is: "called mercedes ruiz", "#104"; any other "#4411" is a stock number
 */
export function vehicleFactsOf(scan: Scan, isName: (piece: Piece) => boolean): VehicleFacts {
  const facts: VehicleFacts = {
    vehicle: wanted(scan, isName),
    stockNumber: null,
    vin: null,
    budgetCents: null,
    mileage: null,
  };
  for (const piece of scan.pieces) {
    if (piece.type === 'deal' && !isName(piece)) facts.stockNumber ??= String(piece.number);
    if (piece.type === 'stock') facts.stockNumber ??= piece.value;
    if (piece.type === 'vin') facts.vin ??= piece.value;
    if (piece.type === 'money' && piece.money.budget) facts.budgetCents ??= piece.money.cents;
    if (piece.type === 'mileage' && piece.amount >= 1000) facts.mileage ??= piece.amount;
  }
  return facts;
}
