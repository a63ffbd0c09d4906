import { type Token, wordAt } from '../text/tokens.ts';
import { activityLines } from './activity-phrases.ts';
import { expand } from './expand.ts';
import { markerLines } from './marker-phrases.ts';
import type { Meaning } from './meanings.ts';

export interface Phrase {
  words: readonly string[];
  meaning: Meaning;
}

function build(): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const [meaning, list] of [...activityLines, ...markerLines]) {
    for (const text of list.split(',').flatMap((template) => expand(template))) {
      const words = text.split(' ').filter(Boolean);
      const [first] = words;
      if (!first) continue;
      const known = byFirst.get(first) ?? [];
      if (!known.some((phrase) => phrase.words.join(' ') === text)) known.push({ words, meaning });
      byFirst.set(first, known);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

const phrases = build();

/** Every phrase that makes something happen. Words that only take something back ("cancelled") are heard, never offered. */
export function verbs(): string[] {
  const acting = [...phrases.values()]
    .flat()
    .filter(({ meaning }) => meaning.role !== 'none' && meaning.role !== 'void');
  return acting.map((phrase) => phrase.words.join(' '));
}

/** The phrases that stand at this place, the longest first. */
export function phrasesAt(tokens: readonly Token[], at: number): Phrase[] {
  const known = phrases.get(wordAt(tokens, at)) ?? [];
  return known.filter((phrase) =>
    phrase.words.every((word, offset) => wordAt(tokens, at + offset) === word && tokens[at + offset]?.kind !== 'break'),
  );
}
