import { expect, test } from 'vitest';
import { refusedCsv } from './refused-csv.rules.ts';

test('a reason with quotes stays one cell', () => {
  expect(refusedCsv([{ line: 17, reason: 'The phone "12" is too short, and nothing else is there.' }])).toContain(
    '17,"The phone ""12"" is too short, and nothing else is there."',
  );
});

test('a reason never starts a formula', () => {
  expect(refusedCsv([{ line: 2, reason: '=cmd|calc is not a name' }])).toContain(`"'=cmd|calc is not a name"`);
});
