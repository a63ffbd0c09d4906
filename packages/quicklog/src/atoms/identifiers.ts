import { type Token, wordAt } from '../text/tokens.ts';

const stockWord = /^(?:stk|stock|stck|stok)$/;
const numberWord = /^(?:no|num|number|nr|#|is)$/;

export interface Found<T> {
  to: number;
  value: T;
}

/** "#104", "deal 104" → 104 */
export function dealNumberAt(tokens: readonly Token[], at: number): Found<number> | null {
  const named = wordAt(tokens, at) === 'deal' ? at + 1 : at;
  const token = tokens[named];
  const bare = named > at && token?.kind === 'number' && token.unit === '' && Number.isInteger(token.amount);
  if (token?.kind !== 'hash' && !bare) return null;
  const digits = /^#? ?(\d{1,9})$/.exec(token?.word ?? '')?.[1];
  return digits ? { to: named + 1, value: Number(digits) } : null;
}

/** "#A1234", "stk 4411", "stock # 4411" → the stock number in capitals */
export function stockNumberAt(tokens: readonly Token[], at: number): Found<string> | null {
  const token = tokens[at];
  const mixed = /^#(?=[\p{L}\p{N}-]*\d)(?=[\p{L}\p{N}-]*\p{L})([\p{L}\p{N}-]+)$/u;
  const hash = token?.kind === 'hash' ? mixed.exec(token.text)?.[1] : undefined;
  if (hash) return { to: at + 1, value: hash.toUpperCase() };
  if (!stockWord.test(wordAt(tokens, at))) return null;
  let next = at + 1;
  while (numberWord.test(wordAt(tokens, next))) next += 1;
  const value = /^#? ?([\p{L}\d-]{2,14})$/u.exec(tokens[next]?.text ?? '')?.[1];
  return value && /\d/.test(value) ? { to: next + 1, value: value.toUpperCase() } : null;
}

/** Seventeen characters without I, O and Q, some of them digits. The check digit is the caller's to judge: old and foreign VINs fail it. */
export function vinAt(tokens: readonly Token[], at: number): Found<string> | null {
  const labelled = wordAt(tokens, at) === 'vin' ? at + 1 : at;
  const text = (tokens[labelled]?.text ?? '').replace(/^#/, '').toUpperCase();
  const valid = /^[A-HJ-NPR-Z0-9]{17}$/.test(text) && /\d/.test(text) && /[A-Z]/.test(text);
  return valid ? { to: labelled + 1, value: text } : null;
}
