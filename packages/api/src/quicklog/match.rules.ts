/** A customer that a search found, with its name as it is written. */
export interface Named {
  name: string;
}

/**
 * Of the customers a search found, those that are meant: the ones whose name holds every word as it was typed; if there
 * are none, the ones where each word begins a word of the name; if there are none, all that came close.
 * `words` and names are compared in their folded form, which `fold` makes.
 */
export function meant<T extends Named>(found: T[], words: string[], fold: (text: string) => string): T[] {
  const folded = found.map((candidate) => ({ candidate, parts: nameParts(fold(candidate.name)) }));
  const whole = folded.filter(({ parts }) => words.every((word) => parts.has(word)));
  if (whole.length > 0) return whole.map(({ candidate }) => candidate);
  const begun = folded.filter(({ parts }) => words.every((word) => [...parts].some((part) => part.startsWith(word))));
  return begun.length > 0 ? begun.map(({ candidate }) => candidate) : found;
}

/** The words of a name; "o'brien" and "smith-jones" count in one piece and in parts. */
function nameParts(name: string): Set<string> {
  const parts = name.split(/\s+/);
  return new Set(
    parts
      .flatMap((part) => [part, part.replace(/[^\p{L}\p{N}]/gu, ''), ...part.split(/[^\p{L}\p{N}]+/u)])
      .filter(Boolean),
  );
}
