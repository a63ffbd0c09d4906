import { normaliseHeader } from './header-synonyms.rules.ts';
import type { ImportMapping } from './import-fields.rules.ts';

/** How an earlier file was read: its headings in their order, and what they were taken for. */
export interface EarlierMapping {
  fileName: string;
  at: string;
  headers: string[];
  mapping: ImportMapping;
}

/**
 * Takes the headings of a file and how earlier files were read, the latest first; gives the latest whose headings were the
 * same, in whatever order, with its columns as they stand in this file. Null when there is none.
 */
export function recallMapping(headers: readonly string[], earlier: readonly EarlierMapping[]): EarlierMapping | null {
  // A file without headings says nothing about where it is from.
  if (headers.every((header) => /^(column \d+)?$/i.test(header.trim()))) return null;
  const here = keysOf(headers);
  const signature = here.toSorted().join('\n');
  const same = earlier.find((one) => keysOf(one.headers).toSorted().join('\n') === signature);
  if (!same) return null;
  const there = keysOf(same.headers);
  const places = Object.entries(same.mapping).map(([field, column]) => {
    const key = typeof column === 'number' ? there[column] : undefined;
    return [field, key === undefined ? null : here.indexOf(key)];
  });
  return { ...same, mapping: Object.fromEntries(places) as ImportMapping };
}

/** Headings as keys; of two that are the same the second is told apart by being the second. */
function keysOf(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const key = normaliseHeader(header);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${key}#${times}`;
  });
}
