import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describe as describeCommand, parse, parseMove } from '../src/index.ts';
import { helpWords, optInWords, optOutWords } from '../src/lexicon/carrier-words.ts';
import { verbs } from '../src/lexicon/phrases.ts';
import { monday } from './tell.ts';
import { anything } from './typing.ts';

const carrierWords = [...optOutWords, ...optInWords, ...helpWords];

describe('the words that belong to the carrier', () => {
  it('are none of our verbs', () => {
    const spoken = new Set(verbs().map((verb) => verb.toUpperCase()));
    expect(carrierWords.filter((word) => spoken.has(word))).toEqual([]);
  });

  it.each(optOutWords)('%s is an opt-out in any case and with any mark after it', (word) => {
    for (const text of [
      word,
      word.toLowerCase(),
      `${word}.`,
      ` ${word}!! `,
      `"${word}"`,
      `please ${word.toLowerCase()}`,
      `${word} please`,
    ]) {
      expect(parse(text, monday)).toEqual({ kind: 'optOut', word });
    }
  });

  it('are never offered as an answer, whatever a text was', () => {
    const offered = new RegExp(`(?:reply|text|send|try:?) “?(?:${carrierWords.join('|')})\\b`, 'i');
    fc.assert(
      fc.property(anything, (text) => {
        for (const command of [parse(text, monday), parseMove(text, monday)]) {
          if (command.kind === 'unclear') expect(describeCommand(command, monday)).not.toMatch(offered);
        }
      }),
      { numRuns: 300 },
    );
  });
});
