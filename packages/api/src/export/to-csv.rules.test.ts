import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTable } from '../import/read-table.rules.ts';
import { toCsv } from './to-csv.rules.ts';

test('a file begins with a byte order mark, quotes what must be quoted and ends its lines in CRLF', () => {
  const csv = toCsv(
    ['Name', 'Note'],
    [
      ['Lopez, Maria', 'said "hi"\nand left'],
      ['Zoë', null],
    ],
  );
  expect(csv).toBe('\ufeffName,Note\r\n"Lopez, Maria","said ""hi""\nand left"\r\nZoë,\r\n');
});

test.each([
  ["=cmd|' /C calc'!A0", `"'=cmd|' /C calc'!A0"`],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+1+1', "'+1+1"],
  ['-2+3', "'-2+3"],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r=1"`],
])('%j is kept from running as a formula', (cell, written) => {
  expect(toCsv(['a'], [[cell]])).toBe(`\ufeffa\r\n${written}\r\n`);
});

test.each([['+12145550101'], ['-12.50'], ['+5'], [-7], [true], ['a=b']])('%j stays as it is', (cell) => {
  expect(toCsv(['a'], [[cell]])).toBe(`\ufeffa\r\n${cell}\r\n`);
});

test('what is written is read back, but for the apostrophe in front of formulas', () => {
  const special = fc.constantFrom(
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\r\n',
    '\n',
    '\r',
    ' ',
    '=',
    '+',
    '-',
    '@',
    "'",
    '🚗',
    '\u200f',
    'sep=',
  );
  const cell = fc
    .array(fc.oneof(special, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 6 })
    .map((parts) => parts.join(''));
  const row = fc.tuple(cell, cell, cell).filter((cells) => cells.some((text) => text.trim() !== ''));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
      const table = readTable(new TextEncoder().encode(toCsv(['A', 'B', 'C'], rows)), 'export.csv');
      expect(table.headers).toEqual(['A', 'B', 'C']);
      expect(table.rows.map((read) => read.cells)).toEqual(rows.map((cells) => cells.map(neutralised)));
    }),
    { numRuns: 500 },
  );
});

function neutralised(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}
