import { badRequest } from './errors.ts';

/** A list's answer: what it holds and where it goes on. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/**
 * Cuts a list that was read with one row too many and makes the cursor from the last row kept.
 * `key` gives the values the list is ordered by, unique in their combination.
 */
export function toPage<T>(rows: T[], limit: number, key: (row: T) => (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(key(last))).toString('base64url') : null;
  return { items, nextCursor };
}

/** The values a cursor was made from, or null for the first page; throws BAD_REQUEST when it is not one of ours. */
export function fromCursor(cursor: string | null | undefined, size: number): (string | number)[] | null {
  if (!cursor) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const plain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';
    if (Array.isArray(values) && values.length === size && values.every(plain)) return values;
  } catch {
    // falls through to the refusal below: a cursor is only ever one that we gave out
  }
  throw badRequest('That page is not there; start again from the first.');
}
