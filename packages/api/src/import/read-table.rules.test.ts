import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixture } from '../../test/import-samples.ts';
import { ImportRefused } from './import-refused.ts';
import { readTable } from './read-table.rules.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readTable(encode(text), 'customers.csv');
const cells = (text: string) => read(text).rows.map((row) => row.cells);

function refusal(bytes: Uint8Array | string): ImportRefused | null {
  try {
    readTable(typeof bytes === 'string' ? encode(bytes) : bytes, 'customers.csv');
    return null;
  } catch (error) {
    if (error instanceof ImportRefused) return error;
    throw error;
  }
}

describe('what a table may look like', () => {
  test.each([',', ';', '\t', '|'])('cells parted by %j are told apart', (delimiter) => {
    const table = read(
      [['Name', 'Phone', 'Note'].join(delimiter), ['Maria', '1', '"a,b;c\td|e"'].join(delimiter)].join('\n'),
    );
    expect(table).toMatchObject({
      delimiter,
      headers: ['Name', 'Phone', 'Note'],
      rows: [{ cells: ['Maria', '1', 'a,b;c\td|e'] }],
    });
  });

  test('decimal commas do not outvote the semicolons of the header', () => {
    expect(cells('Name;Price\nLopez, M;32,5\nOde, B;1,0')).toEqual([
      ['Lopez, M', '32,5'],
      ['Ode, B', '1,0'],
    ]);
  });

  test('the first line may say which delimiter follows', () => {
    expect(read('sep=;\r\na;b\r\n1,5;2')).toMatchObject({
      delimiter: ';',
      headers: ['a', 'b'],
      rows: [{ line: 3, cells: ['1,5', '2'] }],
    });
  });

  test('every row knows the line it begins on, blank lines and line breaks in cells counted', () => {
    const table = read('a,b\r\n\r\n1,"x\r\ny"\r\n2,3\r\n,\r\n  \r\n4,5\r\n\r\n\r\n');
    expect(table.rows.map((row) => row.line)).toEqual([3, 5, 8]);
  });

  test('lines may end in carriage returns alone, or differently from each other', () => {
    expect(cells('a,b\r1,2\r3,4\r')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(cells('a,b\r\n1,2\n3,4')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('blank and repeated headers become unique', () => {
    expect(read('Phone,,phone,"First\nName"\n1,2,3,4').headers).toEqual([
      'Phone',
      'Column 2',
      'phone (2)',
      'First Name',
    ]);
  });

  test('short rows are filled up, blank cells too many are dropped, and a row with more is marked', () => {
    const [short, blank, long] = read('a,b\n1\n1,2,,\n1,Smith, Jr').rows;
    expect([short, blank]).toEqual([
      { line: 2, cells: ['1', ''] },
      { line: 3, cells: ['1', '2'] },
    ]);
    expect(long?.problem).toContain('3 cells, but there are only 2 headings');
  });

  test('quotation marks inside text are text', () => {
    expect(cells('a,b\n5" lift,"Big" Bob\n"He said ""hi""", "x, y"')).toEqual([
      ['5" lift', '"Big" Bob'],
      ['He said "hi"', 'x, y'],
    ]);
  });

  test('a row whose quotation marks run into the next is marked, and reading goes on after it', () => {
    const { rows } = read('a,b\n1,"6 lift\n13,"abc"\n14,x');
    expect(rows[0]?.problem).toContain('do not match up');
    expect(rows[1]).toEqual({ line: 4, cells: ['14', 'x'] });
  });

  test('titles above and footers below the table are left out', () => {
    const table = read(
      'Leads of March\nAna Torres\n\nName,Phone,Note\nMaria,1,x\n\n"Copyright, all rights reserved"\n"Confidential"\n',
    );
    expect(table.headers).toEqual(['Name', 'Phone', 'Note']);
    expect(table.rows).toEqual([{ line: 5, cells: ['Maria', '1', 'x'] }]);
  });

  test('a file that begins with a customer gets numbered headings', () => {
    expect(read('Maria Lopez,214-555-0101\nBen Ode,214-555-0102')).toMatchObject({
      headers: ['Column 1', 'Column 2'],
      rows: [{ line: 1 }, { line: 2 }],
    });
  });
});

describe('how a table may be encoded', () => {
  test('Windows-1252 is read when the bytes are not UTF-8', () => {
    const table = readTable(fixture('excel-german.csv'), 'kunden.csv');
    expect(table).toMatchObject({ encoding: 'windows-1252', delimiter: ';' });
    expect(table.rows[0]?.cells).toContain('Möchte „Probefahrt“, bitte anrufen');
    expect(table.rows[0]?.cells).toContain('32.500,00 €');
  });

  test('UTF-16 is read by its byte order mark, either way round', () => {
    const little = fixture('excel-unicode-text.txt');
    expect(readTable(little, 'x.txt')).toMatchObject({
      encoding: 'utf-16le',
      delimiter: '\t',
      rows: [{}, { line: 3 }],
    });
    const big = Uint8Array.from(little, (_, i) => little[i ^ 1] ?? 0);
    expect(readTable(big, 'x.txt')).toEqual({ ...readTable(little, 'x.txt'), encoding: 'utf-16be' });
  });

  test('the byte order mark of UTF-8 is no part of the first header', () => {
    expect(read('\ufeffName,Phone\nZoë 🚗,1')).toMatchObject({
      encoding: 'utf-8',
      headers: ['Name', 'Phone'],
      rows: [{ cells: ['Zoë 🚗', '1'] }],
    });
  });
});

describe('what is refused, each in a sentence', () => {
  test.each([
    ['not-csv', 'Save as → CSV UTF-8', 'PK\x03\x04\x14\0\x06\0[Content_Types].xml'],
    ['not-csv', 'Save as → CSV UTF-8', 'PK\x03\x04\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['not-csv', 'compressed', 'PK\x03\x04\0\0customers.csv'],
    ['not-csv', 'Save as → CSV UTF-8', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['not-csv', 'PDF', '%PDF-1.7'],
    ['not-csv', 'picture', '\x89PNG\r\n\x1a\n'],
    ['not-csv', 'picture', '\xff\xd8\xff\xe0'],
    ['not-csv', 'web page', '\n<!DOCTYPE html><table>'],
    ['not-csv', 'JSON', '[{"name": "Maria"}]'],
    ['not-csv', 'vCard', 'BEGIN:VCARD'],
    ['binary', 'does not contain text', 'Name,Phone\0\0\0'],
    ['binary', 'does not contain text', '\x01\x02\x03\x04abc'],
    ['empty', 'is empty', ''],
    ['empty', 'is empty', '\r\n \r\n,,\r\n'],
    ['no-rows', 'no rows', 'Name,Phone\r\n,\r\n'],
    ['open-quote', 'Line 3 ', 'a,b\n1,2\n3,"never closed\n5,6'],
    ['too-many-columns', '201 columns', `${'a,'.repeat(200)}a\n1`],
    ['too-many-rows', '50,000', `a\n${'1\n'.repeat(50_001)}`],
    ['too-many-rows', '50,000', `a\n${'1\n'.repeat(60_000)}`],
  ])('a file that is %s is refused with “%s”', (code, words, content) => {
    const refused = refusal(Uint8Array.from(content, (char) => char.charCodeAt(0)));
    expect(refused?.code).toBe(code);
    expect(refused?.sentence).toContain(words);
  });

  test('the line of an open quotation mark counts the blank lines before it', () => {
    expect(refusal('a,b\n1,2\n\n\n3,"never closed\n5,6')?.sentence).toContain('Line 5 ');
  });

  test('a header of very many equal cells is refused at once', () => {
    expect(refusal(`${'a,'.repeat(400_000)}a\n1`)?.code).toBe('too-many-columns');
  });

  test('a line of more than a million characters is refused', () => {
    expect(refusal(`a,b\n1,2\n${'x'.repeat(1_000_001)},2`)).toMatchObject({
      code: 'too-long-line',
      sentence: expect.stringContaining('Line 3 '),
    });
  });

  test('a million blank lines at the end of a spreadsheet are no rows', () => {
    expect(cells(`a,b,c\n1,2,3\n${',,\n'.repeat(1_000_000)}`)).toEqual([['1', '2', '3']]);
  });

  test('a file above 10 MB is refused unread', () => {
    expect(refusal(new Uint8Array(10 * 1024 * 1024 + 1))?.sentence).toBe('“customers.csv” is larger than 10 MB.');
  });

  test('any bytes give a table or a refusal, never another error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void refusal(bytes)),
      { numRuns: 500 },
    );
    const scrap = fc.constantFrom('"', '""', ',', ';', '\t', '|', '\r', '\n', ' ', 'a', '=', '\ufeff', 'é', '1');
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 60 }), (parts) => void refusal(parts.join(''))),
      { numRuns: 1000 },
    );
  });
});
