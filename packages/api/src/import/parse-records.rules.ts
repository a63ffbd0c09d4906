import { CsvError, parse } from 'csv-parse/sync';
import { ImportRefused } from './import-refused.ts';
import type { Delimiter } from './sniff-delimiter.rules.ts';

const maxRecordBytes = 1_000_000;
// Spreadsheets pad tables with thousands of lines of commas; those at the end are cut off, and this many between are read.
const maxBlank = 100_000;

/** One line of the file as it stands there; `afterBlank` when an empty line comes before it. */
export interface CsvRecord {
  line: number;
  cells: string[];
  afterBlank: boolean;
}

/**
 * Takes the text of a CSV and gives its records that are not blank, with the line each begins on.
 * Throws ImportRefused when a quotation mark is never closed, or when there are more than `maxRecords`.
 */
export function parseRecords(text: string, delimiter: Delimiter, firstLine: number, maxRecords: number): CsvRecord[] {
  const records: CsvRecord[] = [];
  const place = { next: firstLine, blanksSeen: 0, blankBefore: false, blankRecords: 0 };
  const keep = (cells: string[], blanks: number) => {
    const line = place.next + blanks - place.blanksSeen;
    place.blankBefore ||= blanks > place.blanksSeen;
    place.next = line + 1 + cells.reduce((sum, cell) => sum + lineBreaksIn(cell), 0);
    place.blanksSeen = blanks;
    if (isBlank(cells)) place.blankRecords++;
    if (records.length === maxRecords || place.blankRecords > maxBlank) throw tooManyRows();
    if (isBlank(cells)) return;
    records.push({ line, cells, afterBlank: place.blankBefore });
    place.blankBefore = false;
  };
  try {
    parseEach(withoutBlankEnd(text), delimiter, keep);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const blanks = Number(error.empty_lines) || place.blanksSeen;
    throw brokenLine(error, place.next + blanks - place.blanksSeen);
  }
  return records;
}

function parseEach(text: string, delimiter: Delimiter, keep: (cells: string[], blanks: number) => void): void {
  parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    ltrim: true,
    max_record_size: maxRecordBytes,
    on_record: (cells: string[], context) => {
      keep(cells, context.empty_lines);
      return null;
    },
  });
}

function lineBreaksIn(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function isBlank(cells: string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ',;|\t\r\n '.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

function brokenLine(error: CsvError, line: number): ImportRefused {
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    const guess = 'Perhaps a quotation mark (") is opened there and never closed.';
    return new ImportRefused('too-long-line', `Line ${line} is longer than a million characters. ${guess}`);
  }
  return new ImportRefused(
    'open-quote',
    `Line ${line} opens a quotation mark (") that is never closed. Close it or take it out, then import again.`,
  );
}

function tooManyRows(): ImportRefused {
  return new ImportRefused('too-many-rows', 'This file has more than 50,000 rows. Split it and import the parts.');
}
