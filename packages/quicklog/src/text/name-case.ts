const particles = new Set([
  'de',
  'la',
  'las',
  'los',
  'del',
  'van',
  'der',
  'den',
  'von',
  'da',
  'dos',
  'y',
  'and',
  'bin',
]);

function capitalise(part: string): string {
  const upper = part.charAt(0).toUpperCase() + part.slice(1);
  return upper.replace(/^Mc(\p{Ll})(?=\p{Ll}{2})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
}

/** "maria o'brien" → "Maria O'Brien". A name typed in mixed case is left alone: its owner knows better. */
export function nameCase(name: string): string {
  const mixed = name !== name.toLowerCase() && name !== name.toUpperCase();
  if (mixed) return name;
  return name
    .toLowerCase()
    .split(' ')
    .map((word, index) =>
      index > 0 && particles.has(word)
        ? word
        : word
            .split(/(?<=['’-])/u)
            .map(capitalise)
            .join(''),
    )
    .join(' ');
}

/** "send the quote" → "Send the quote" */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
