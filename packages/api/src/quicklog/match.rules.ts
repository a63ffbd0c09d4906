/** A customer that a search found, with its name as it is written. */
export interface Named {
  name: string;
}

/** Who is meant; not `sure` when the names only resemble what was typed, and somebody has to say. */
export interface Meant<T> {
  people: T[];
  sure: boolean;
}

/**
 * Of the customers a search found, those that are meant: the ones whose name holds every word as it was typed; if there
 * are none, the ones where each word begins a word of the name; if there are none, the ones where each word is a word of
 * the name but for a slip of the finger; if there are none, all that came close, for somebody to choose from.
 * `words` and names are compared in their folded form, which `fold` makes.
 */
export function meant<T extends Named>(found: T[], words: string[], fold: (text: string) => string): Meant<T> {
  const folded = found.map((candidate) => ({ candidate, parts: nameParts(fold(candidate.name)) }));
  const ways: ((part: string, word: string) => boolean)[] = [
    (part, word) => part === word,
    (part, word) => part.startsWith(word),
    (part, word) => part === word || isSlip(part, word),
  ];
  for (const fits of ways) {
    const those = folded.filter(({ parts }) => words.every((word) => parts.some((part) => fits(part, word))));
    if (those.length > 0) return { people: those.map(({ candidate }) => candidate), sure: true };
  }
  return { people: found, sure: false };
}

/** One letter too many, too few, wrong, or two in each other's place; in a word of three letters that is another name. */
function isSlip(part: string, word: string): boolean {
  if (word.length < 4 || Math.abs(part.length - word.length) > 1) return false;
  let start = 0;
  while (start < part.length && part[start] === word[start]) start += 1;
  const [a, b] = [part.slice(start), word.slice(start)];
  const swapped = a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
  return swapped || a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1);
}

/** The words of a name; "o'brien" and "smith-jones" count in one piece and in parts. */
function nameParts(name: string): string[] {
  const parts = name.split(/\s+/);
  return parts
    .flatMap((part) => [part, part.replace(/[^\p{L}\p{N}]/gu, ''), ...part.split(/[^\p{L}\p{N}]+/u)])
    .filter(Boolean);
}
