const values: Record<string, number> = {
  A: 1,
  B: 2,
  C: 3,
  D: 4,
  E: 5,
  F: 6,
  G: 7,
  H: 8,
  J: 1,
  K: 2,
  L: 3,
  M: 4,
  N: 5,
  P: 7,
  R: 9,
  S: 2,
  T: 3,
  U: 4,
  V: 5,
  W: 6,
  X: 7,
  Y: 8,
  Z: 9,
};
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/**
 * What looks wrong about a VIN, as a sentence, or null. Only ever a warning: old and foreign VINs do not follow the rule
 * of the check digit.
 */
export function vinWarning(vin: string | null | undefined): string | null {
  if (!vin) return null;
  const letters = [...vin.toUpperCase()];
  if (letters.length !== 17) return `A VIN has 17 characters; this one has ${letters.length}.`;
  const wrong = letters.find((letter) => !/[A-HJ-NPR-Z0-9]/.test(letter));
  if (wrong) return `A VIN does not hold "${wrong}".`;
  return checkDigit(letters) === letters[8]
    ? null
    : 'The check digit of this VIN is not right; compare it with the vehicle.';
}

function checkDigit(letters: string[]): string {
  const sum = letters.reduce((total, letter, at) => total + (values[letter] ?? Number(letter)) * (weights[at] ?? 0), 0);
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}
