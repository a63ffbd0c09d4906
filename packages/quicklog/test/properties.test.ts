import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  type Command,
  describe as describeCommand,
  parse,
  parseMove,
  type QuicklogContext,
  type When,
} from '../src/index.ts';
import { monday } from './tell.ts';
import { anything, moments, typed, zones } from './typing.ts';

const contexts: fc.Arbitrary<QuicklogContext> = fc
  .record({ now: moments, timeZone: zones })
  .map((clock) => ({ ...monday, ...clock }));

function plansOf(command: Command): When[] {
  if (command.kind !== 'log' && command.kind !== 'create') return [];
  return [command.followUp?.due, command.appointment].filter((when): when is When => Boolean(when));
}

function dayOf(instant: string, { timeZone }: QuicklogContext): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The command with every word in lower case, so that two spellings of one text can be compared. */
function caseless(command: Command): unknown {
  return JSON.parse(JSON.stringify(command).toLowerCase());
}

describe('any text', () => {
  it('is read without an error, described in one line, and never mistaken for nothing', () => {
    fc.assert(
      fc.property(anything, contexts, (text, context) => {
        for (const command of [parse(text, context), parseMove(text, context)]) {
          const line = describeCommand(command, context);
          expect(line).not.toBe('');
          expect(line).not.toContain('\n');
        }
      }),
      { numRuns: 600 },
    );
  });

  it('means the same in capitals and in small letters', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(caseless(parse(text.toUpperCase(), monday))).toEqual(caseless(parse(text, monday)));
      }),
      { numRuns: 600 },
    );
  });

  it('means the same however much space stands around and between its words', () => {
    const gaps = fc.array(fc.constantFrom(' ', '  ', '\t', ' \u00a0 '), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(typed, gaps, (text, spaces) => {
        const spread = text.split(' ').map((word, index) => `${spaces[index % spaces.length]}${word}`);
        expect(parse(spread.join(''), monday)).toEqual(parse(text, monday));
      }),
      { numRuns: 600 },
    );
  });

  it('never plans anything for the past', () => {
    fc.assert(
      fc.property(typed, contexts, (text, context) => {
        for (const { at, allDay } of plansOf(parse(text, context))) {
          if (allDay)
            expect(Temporal.PlainDate.compare(dayOf(at, context), dayOf(context.now, context))).toBeGreaterThanOrEqual(
              0,
            );
          else expect(Date.parse(at)).toBeGreaterThan(Date.parse(context.now));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never says that something happened in the future', () => {
    fc.assert(
      fc.property(typed, contexts, (text, context) => {
        const command = parse(text, context);
        const at = command.kind === 'log' ? command.activity?.occurredAt?.at : undefined;
        if (at) expect(Date.parse(at)).toBeLessThanOrEqual(Date.parse(context.now));
      }),
      { numRuns: 1000 },
    );
  });

  it('adds no word to the note that the rep did not type', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const command = parse(text, monday);
        const note = 'note' in command ? (command.note ?? '') : '';
        const wordsOf = (value: string) => value.split(/[\s,().!-]+/).filter(Boolean);
        expect(wordsOf(text)).toEqual(expect.arrayContaining(wordsOf(note)));
      }),
      { numRuns: 600 },
    );
  });
});

describe('a long text', () => {
  const pieces = [
    'a',
    '1',
    '1,',
    'a.a.',
    'a@',
    "o'",
    '(',
    '🔥',
    'called maria ',
    'fri 3 ',
    '3pm ',
    'cb fri 3, ',
    'sold ',
    'and ',
    'tahoe ',
    '2022 blue ',
    '3/4 ton ',
    '214-555-0142 ',
    '+1 2 3 4 5 6 7 8 9 ',
    'in 2 ',
    'w/ ',
    'said cb ',
    'new up ',
    '\n',
    'é\u0301',
    '#1 ',
  ];

  it.each(pieces)('of 10,000 characters of %j is read in a moment', (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
    const started = performance.now();
    describeCommand(parse(text, monday), monday);
    parseMove(text, monday);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('keeps every word of a long note', () => {
    const story = 'likes the ride and the color '.repeat(300).trim();
    const command = parse(`called maria lopez 8 min, ${story}`, monday);
    expect(command).toMatchObject({ kind: 'log', who: { text: 'maria lopez' }, note: story });
  });
});
