export type CsvCell = string | number | boolean | null | undefined;

/**
 * Takes headers and rows; gives a CSV file (RFC 4180, CRLF, with the byte order mark Excel needs to read UTF-8). Text that
 * a spreadsheet would run as a formula gets an apostrophe in front; plain numbers and E.164 phones stay as they are.
 */
export function toCsv(headers: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  return `\ufeff${toLine(headers)}${toCsvLines(rows)}`;
}

/** Takes rows and gives the lines that go on a CSV file begun with `toCsv`. */
export function toCsvLines(rows: Iterable<readonly CsvCell[]>): string {
  let lines = '';
  for (const row of rows) lines += toLine(row);
  return lines;
}

function toLine(cells: readonly CsvCell[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(cell: CsvCell): string {
  const text = typeof cell === 'string' ? neutralised(cell) : String(cell ?? '');
  // Every delimiter a spreadsheet may guess is quoted, so that none of them can cut a cell.
  return /[",;|\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function neutralised(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) && !isHarmless(text) ? `'${text}` : text;
}

function isHarmless(text: string): boolean {
  return /^[+-]?\d+(\.\d+)?$/.test(text);
}
