/** Whether a name as it was typed is the one that is known: each of its words begins a word of the other. Both folded. */
export function sameName(known: string, typed: string): boolean {
  const words = known.split(' ');
  return typed.split(' ').every((word) => words.some((other) => other.startsWith(word)));
}
