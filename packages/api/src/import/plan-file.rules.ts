import type { TextEncoding } from './decode-text.rules.ts';
import { guessMapping } from './guess-mapping.rules.ts';
import type { ImportMapping } from './import-fields.rules.ts';
import type { ImportOptions, PlannedRow } from './plan-row.rules.ts';
import { planTable } from './plan-table.rules.ts';
import { readTable, type TableRow } from './read-table.rules.ts';
import { type EarlierMapping, recallMapping } from './recall-mapping.rules.ts';

/** A file to plan; without a mapping it is read like an earlier one with the same headings, else its columns are guessed. */
export interface FileToPlan {
  fileName: string;
  content: Uint8Array;
  mapping: ImportMapping | null;
  options: ImportOptions;
  earlier?: readonly EarlierMapping[];
}

export interface PlannedLine {
  line: number;
  plan: PlannedRow;
  /** The line of the first row about the same person. */
  duplicateOf: number | null;
}

export interface FilePlan {
  encoding: TextEncoding;
  delimiter: string;
  columns: { index: number; header: string; samples: string[] }[];
  mapping: ImportMapping;
  /** The earlier file whose columns meant the same. */
  mappedAs: { fileName: string; at: string } | null;
  /** Rows in the file, refused ones included. */
  rows: number;
  planned: PlannedLine[];
  refused: { line: number; reason: string }[];
}

const guessedFrom = 50;
const samplesShown = 5;
const longestSample = 80;

/** Reads a whole file and plans every row of it. Throws ImportRefused when it cannot be imported at all. */
export function planFile({ fileName, content, mapping: given, options, earlier = [] }: FileToPlan): FilePlan {
  const { headers, rows, encoding, delimiter } = readTable(content, fileName);
  const first = rows.slice(0, guessedFrom);
  const recalled = given ? null : recallMapping(headers, earlier);
  const cells = first.map((row) => row.cells);
  const mapping = given ?? recalled?.mapping ?? guessMapping(headers, cells);
  const mappedAs = recalled && { fileName: recalled.fileName, at: recalled.at };
  const columns = headers.map((header, index) => ({ index, header, samples: samplesOf(first, index) }));
  const table = planTable(rows, mapping, options);
  return { encoding, delimiter, columns, mapping, mappedAs, rows: rows.length, ...table };
}

function samplesOf(rows: readonly TableRow[], column: number): string[] {
  const cells = rows.map((row) => (row.cells[column] ?? '').trim()).filter((cell) => cell !== '');
  return [...new Set(cells)].slice(0, samplesShown).map((cell) => [...cell].slice(0, longestSample).join(''));
}
