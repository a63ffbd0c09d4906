import {
  looksLikeDate,
  looksLikeEmail,
  looksLikeFullName,
  looksLikeMoney,
  looksLikePhone,
  looksLikeVin,
} from './cell-content.rules.ts';
import { fieldsFor, isVetoed, normaliseHeader } from './header-synonyms.rules.ts';
import { type ImportField, importFields } from './import-fields.rules.ts';

interface Candidate {
  field: ImportField;
  column: number;
  score: number;
}

interface Column {
  header: string;
  samples: string[];
}

// Several columns may hold a phone or an e-mail: the best goes to the first place, the next to the second.
const places: Partial<Record<ImportField, readonly ImportField[]>> = {
  phone: ['phone', 'phone2', 'phone3'],
  email: ['email', 'email2'],
};

const contents: Partial<Record<ImportField, (cell: string) => boolean>> = {
  email: looksLikeEmail,
  ownerEmail: looksLikeEmail,
  phone: (cell) => cell.split(/[;,/]/).some(looksLikePhone),
  vin: (cell) => /^[a-z0-9]{11,17}$/i.test(cell),
  dealValue: looksLikeMoney,
  createdAt: looksLikeDate,
  vehicleYear: (cell) => /^(19|20)?\d\d$/.test(cell),
};

/**
 * Takes the headers of a table and some of its rows; gives for every field the column that most likely holds it, or
 * null. Judges by the heading (English, Spanish, German) and by what the cells look like; no column is given twice.
 */
export function guessMapping(headers: string[], sampleRows: string[][]): Record<ImportField, number | null> {
  const columns = headers.map((header, i) => toColumn(header, i, sampleRows));
  const candidates = columns.flatMap((column, i) => [...byHeader(column, i), ...byContent(column, i)]);
  const mapping = assign(candidates.sort((a, b) => b.score - a.score || a.column - b.column));
  return settle(mapping, columns);
}

function toColumn(header: string, index: number, rows: string[][]): Column {
  const samples = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '');
  return { header: normaliseHeader(header), samples: samples.slice(0, 50) };
}

function byHeader({ header, samples }: Column, column: number): Candidate[] {
  return fieldsFor(header)
    .filter(({ field }) => samples.length < 3 || contents[field] === undefined || share(samples, contents[field]) > 0)
    .filter(({ field }) => !isName(field) || share(samples, looksLikeEmail) < 0.5)
    .map(({ field, score }) => ({ field, column, score }));
}

function byContent({ header, samples }: Column, column: number): Candidate[] {
  if (samples.length === 0 || isVetoed(header)) return [];
  const guesses: [ImportField, number, number][] = [
    ['email', share(samples, looksLikeEmail), 20],
    ['phone', share(samples, looksLikePhone), 18],
    ['vin', share(samples, looksLikeVin), 20],
    ['fullName', share(samples, looksLikeFullName), header.startsWith('column ') ? 5 : 0],
  ];
  return guesses
    .filter(([, part, score]) => part >= 0.6 && score > 0)
    .map(([field, part, score]) => ({ field, column, score: score * part }));
}

function assign(candidates: Candidate[]): Record<ImportField, number | null> {
  const mapping = emptyMapping();
  const taken = new Set<number>();
  for (const { field, column } of candidates) {
    const place = (places[field] ?? [field]).find((one) => mapping[one] === null);
    if (!place || taken.has(column)) continue;
    mapping[place] = column;
    taken.add(column);
  }
  return mapping;
}

// What only the whole mapping can tell: a plain "Title" or "Name" means different things beside other columns.
function settle(mapping: Record<ImportField, number | null>, columns: Column[]): Record<ImportField, number | null> {
  const header = (field: ImportField) => columns[mapping[field] ?? -1]?.header;
  const samples = (field: ImportField) => columns[mapping[field] ?? -1]?.samples ?? [];
  if (header('dealTitle') === 'title' && mapping.dealValue === null) mapping.dealTitle = null;
  if (mapping.firstName !== null && mapping.lastName !== null) mapping.fullName = null;
  if (
    mapping.firstName !== null &&
    mapping.lastName === null &&
    header('firstName') === 'nombre' &&
    mapping.fullName === null
  ) {
    [mapping.fullName, mapping.firstName] = [mapping.firstName, null];
  }
  if (mapping.ownerEmail === null && share(samples('ownerName'), looksLikeEmail) > 0.5) {
    [mapping.ownerEmail, mapping.ownerName] = [mapping.ownerName, null];
  }
  return mapping;
}

function emptyMapping(): Record<ImportField, number | null> {
  return Object.fromEntries(importFields.map(({ field }) => [field, null])) as Record<ImportField, number | null>;
}

function isName(field: ImportField): boolean {
  return field === 'firstName' || field === 'lastName' || field === 'fullName' || field === 'company';
}

function share(samples: string[], test: (cell: string) => boolean): number {
  return samples.length === 0 ? 0 : samples.filter(test).length / samples.length;
}
