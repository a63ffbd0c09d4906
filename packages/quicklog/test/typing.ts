import fc from 'fast-check';

const words =
  `called texted emailed spoke lm lvm na vm cb fu appt demo dd bb came in stopped by sold lost delivered wu move to new up note met
  maria lopez o'brien may will ford tue nguyen de la cruz smith-jones mr jr with w/ for re about and then she he wants needs said asked is has
  tahoe f150 blue 2022 used civic 3/4 ton truck stk 4411 #104 #A1234 1G4AH59H45G118341 55k $42,500 under otd 450/mo 62k miles 214-555-0142 jane@x.com
  8 min 5m 1 hr in 20 ago fri friday tmrw next wed last mon today yesterday nov 30 12/1 the 5th 3 3pm 10:30 at @ eod noon morning tonight week mañana lunes
  stop cancel end quit please yes ok undo ? 1 until since from no not cancelled price bought elsewhere -> , . ! - ( )`.split(
    /\s+/,
  );

/** Texts made of the reps' own words in any order: far likelier to reach the corners of the grammar than random letters. */
export const typed: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 24 })
  .map((list) => list.join(' '));

/** Any text at all. */
export const anything: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  typed,
);

/** Any moment of the years that matter, clock changes and leap days included. */
export const moments: fc.Arbitrary<string> = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2032-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

export const zones: fc.Arbitrary<string> = fc.constantFrom(
  'America/Chicago',
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/St_Johns',
  'Pacific/Honolulu',
  'UTC',
);
