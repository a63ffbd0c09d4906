import { looksLikeEmail, looksLikePhone, looksLikeVin } from './cell-content.rules.ts';
import { decodeText, type TextEncoding } from './decode-text.rules.ts';
import { foreignFile } from './file-kind.rules.ts';
import { ImportRefused } from './import-refused.ts';
import { type CsvRecord, parseRecords } from './parse-records.rules.ts';
import { type Delimiter, sniffDelimiter } from './sniff-delimiter.rules.ts';

const maxBytes = 10 * 1024 * 1024;
const maxRows = 50_000;
const maxColumns = 200;
const titleLines = 10;

/** One row; `problem` says in words why its cells cannot be trusted, for example that there are too many. */
export interface TableRow {
  line: number;
  cells: string[];
  problem?: string;
}

export interface Table {
  headers: string[];
  rows: TableRow[];
  encoding: TextEncoding;
  delimiter: Delimiter;
}

/**
 * Takes an uploaded file and gives its table: unique headers, and rows padded to them, blank lines, title lines above
 * and footers below left out. A file without headers gets "Column 1" and so on. Throws ImportRefused, nothing else.
 */
export function readTable(bytes: Uint8Array, fileName: string): Table {
  if (bytes.length > maxBytes) throw new ImportRefused('too-large', `${quoteName(fileName)} is larger than 10 MB.`);
  const foreign = foreignFile(bytes);
  if (foreign) throw new ImportRefused('not-csv', foreign);
  const { text, encoding } = decodeText(bytes);
  const declared = /^"?sep=([,;|\t])"?(\r\n|\r|\n|$)/i.exec(text);
  const body = text.slice(declared?.[0].length ?? 0);
  const delimiter = declared ? asDelimiter(declared[1]) : sniffDelimiter(body);
  const records = parseRecords(body, delimiter, declared ? 2 : 1, maxRows + titleLines + 1);
  return { ...toTable(records, fileName), encoding, delimiter };
}

function toTable(records: CsvRecord[], fileName: string): Pick<Table, 'headers' | 'rows'> {
  const [first, ...rest] = withoutTitles(records);
  if (!first) throw new ImportRefused('empty', `${quoteName(fileName)} is empty.`);
  if (first.cells.length > maxColumns) throw new ImportRefused('too-many-columns', tooWide(first.cells.length));
  const isData = first.cells.some((cell) => looksLikeEmail(cell) || looksLikePhone(cell) || looksLikeVin(cell));
  const headers = uniqueHeaders(isData ? first.cells.map(() => '') : first.cells);
  const rows = (isData ? [first, ...rest] : withoutFooter(rest, headers.length)).map((r) => toRow(r, headers.length));
  if (rows.length === 0)
    throw new ImportRefused('no-rows', `${quoteName(fileName)} has headings but no rows under them.`);
  if (rows.length > maxRows)
    throw new ImportRefused('too-many-rows', `${quoteName(fileName)} has more than 50,000 rows.`);
  return { headers, rows };
}

// Reports begin with a title and a date, each alone on its line, before the headings.
function withoutTitles(records: CsvRecord[]): CsvRecord[] {
  const start = records.slice(0, titleLines + 1).findIndex((record) => filled(record) >= 3);
  const header = records[start];
  if (!header || header.cells.some((cell) => looksLikeEmail(cell) || looksLikePhone(cell))) return records;
  return records.slice(0, start).every((record) => filled(record) === 1) ? records.slice(start) : records;
}

// Salesforce ends a report with an empty line and a few sentences ("Confidential Information - Do Not Distribute").
function withoutFooter(rows: CsvRecord[], width: number): CsvRecord[] {
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.cells.length === 1) end--;
  const footer = rows.slice(end).findIndex((record) => record.afterBlank);
  return width >= 3 && footer >= 0 ? rows.slice(0, end + footer) : rows;
}

function toRow({ line, cells }: CsvRecord, width: number): TableRow {
  const kept = cells.slice(0, width);
  while (kept.length < width) kept.push('');
  const row = { line, cells: kept };
  if (cells.slice(width).some((cell) => cell !== '')) return { ...row, problem: tooManyCells(cells.length, width) };
  if (cells.some(runsOn)) {
    return { ...row, problem: 'The quotation marks in this row do not match up, so its cells cannot be told apart.' };
  }
  return row;
}

// A quote left open swallows the next line up to the first quote there; the parser leaves all standing: `"6 lift⏎13,"abc"`.
function runsOn(cell: string): boolean {
  return /^"[^"]*\n[^"\n]*[,;\t|]"/.test(cell);
}

function uniqueHeaders(cells: string[]): string[] {
  const taken = new Set<string>();
  return cells.map((cell, i) => {
    const base =
      cell
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
        .slice(0, 100) || `Column ${i + 1}`;
    let name = base;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function filled(record: CsvRecord): number {
  return record.cells.filter((cell) => cell.trim() !== '').length;
}

function asDelimiter(text: string | undefined): Delimiter {
  return text === ';' || text === '\t' || text === '|' ? text : ',';
}

function quoteName(fileName: string): string {
  const name = fileName.replace(/\p{Cc}/gu, '').trim();
  return name ? `“${name.slice(0, 80)}”` : 'The file';
}

function tooWide(columns: number): string {
  return `This file has ${columns.toLocaleString('en-US')} columns; 200 is the most an import can take.`;
}

function tooManyCells(cells: number, width: number): string {
  return `This row has ${cells} cells, but there are only ${width} headings. Perhaps a text with a comma or semicolon in it lacks its quotation marks.`;
}
