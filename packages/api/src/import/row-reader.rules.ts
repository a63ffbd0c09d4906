import type { ImportField, ImportMapping } from './import-fields.rules.ts';

const limits: Partial<Record<ImportField, number>> = {
  note: 10_000,
  fullName: 200,
  firstName: 200,
  lastName: 200,
  company: 200,
  street: 300,
  email: 500,
  phone: 500,
};
const otherLimit = 200;
const labels: Partial<Record<ImportField, string>> = {
  fullName: 'name',
  firstName: 'first name',
  lastName: 'last name',
  company: 'company',
  note: 'note',
  street: 'street',
  city: 'city',
  region: 'state',
  postalCode: 'ZIP',
  country: 'country',
  source: 'source',
  dealTitle: 'deal title',
  vehicle: 'vehicle',
  email: 'e-mail',
  phone: 'phone',
};
const hasControls = /[\p{Cc}\u2028\u2029]/u;
const visible = /[^\p{Z}\p{C}]/u;
const blankMarks =
  /^(#?n\/a|-+|—|\?+|\.+|#(ref|value|name|div\/0)[!?]|\(blank\)|\(none\)|\(no value\)|\[not provided\])$/i;
// Not for names: somebody is called Null.
const blankWords = /^(na|null|none|nil|nan|unknown|undefined|no value)$/i;

/** Reads the cells of one row by field, and gathers what is wrong with them. */
export interface RowReader {
  /** The cell as one clean line, null when blank or "N/A"; a text over its limit is noted as a refusal. */
  line(field: ImportField): string | null;
  /** Like `line`, but words that stand for nothing ("none", "unknown") count as blank. */
  value(field: ImportField): string | null;
  /** The cell with its line breaks and tabs, null when blank. */
  text(field: ImportField): string | null;
  warn(sentence: string): void;
  readonly warnings: string[];
  readonly refusals: string[];
}

/** Takes the cells of a row and the mapping; gives a reader for them. */
export function readRow(cells: readonly string[], mapping: ImportMapping): RowReader {
  const warnings = formulaWarnings(cells, mapping);
  const refusals: string[] = [];
  const checked = (field: ImportField, text: string): string | null => {
    const limit = limits[field] ?? otherLimit;
    if (text.length > limit && [...text].length > limit) refusals.push(tooLong(field, [...text].length, limit));
    return text === '' ? null : text;
  };
  const raw = (field: ImportField) => cells[mapping[field] ?? -1] ?? '';
  const value = (field: ImportField) => {
    const text = oneLine(raw(field));
    return blankWords.test(text) ? null : checked(field, text);
  };
  return {
    line: (field) => checked(field, oneLine(raw(field))),
    value,
    text: (field) => checked(field, manyLines(raw(field))),
    warn: (sentence) => warnings.push(sentence),
    warnings,
    refusals,
  };
}

/** Takes a cell and gives it between quotation marks, shortened, to stand in a sentence. */
export function quoteCell(cell: string): string {
  const letters = [...cell];
  return `“${letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : cell}”`;
}

// Control characters go; marks of writing direction, joiners and emoji are letters to somebody and stay.
function oneLine(cell: string): string {
  const line = (hasControls.test(cell) ? withoutControls(cell) : cell).trim();
  if (!visible.test(line) || blankMarks.test(line)) return '';
  return isFormula(line) ? line : line.replace(/ {2,}/g, ' ').replace(/^"([^"]*)"$/, '$1');
}

/** Says once per row that what would run in a spreadsheet does not run here. */
function formulaWarnings(cells: readonly string[], mapping: ImportMapping): string[] {
  const read = Object.values(mapping).map((index) => cells[index ?? -1]?.trim() ?? '');
  const formula = read.find((cell) => /^(=|[+\-@][a-z.]+\()/i.test(cell));
  return formula ? [`${quoteCell(formula)} looks like a formula; it is kept as text and never runs.`] : [];
}

function withoutControls(cell: string): string {
  return cell.replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/g, ' ').replace(/\p{Cc}/gu, '');
}

// What a spreadsheet would take for a formula is kept to the letter.
function isFormula(text: string): boolean {
  return /^[=+\-@]/.test(text);
}

function manyLines(cell: string): string {
  const lines = cell.replace(/\r\n?|\u0085/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');
  return lines.trim() === '' ? '' : lines.replace(/^\n+|\s+$/g, '');
}

function tooLong(field: ImportField, length: number, limit: number): string {
  const name = labels[field] ?? 'text in one cell';
  return `The ${name} has ${length.toLocaleString('en-US')} characters; ${limit.toLocaleString('en-US')} is the most we keep.`;
}
