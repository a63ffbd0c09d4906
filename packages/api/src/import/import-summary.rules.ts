import type { ImportRow } from './imports.ts';

type ImportCounts = ImportRow['counts'];

const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

/** Takes what an import did; gives its one sentence: "imported 4,812 customers from customers.csv". */
export function importSummary(fileName: string, counts: ImportCounts): string {
  const added = counts.updated > 0 ? ` and added to ${counts.updated.toLocaleString('en-US')} known ones` : '';
  return `imported ${count(counts.created, 'customer')}${added} from ${fileName}`;
}

/** Takes what an import did before it stopped; gives the sentence for the record. */
export function stoppedSummary(fileName: string, counts: ImportCounts): string {
  return `imported ${count(counts.created, 'customer')} from ${fileName}, then stopped before the end`;
}

/** Takes what a revert did; gives its sentence, saying what somebody has worked on since and therefore stays. */
export function revertSummary(fileName: string, taken: { contacts: number; deals: number; kept: number }): string {
  const deals = taken.deals > 0 ? ` and ${count(taken.deals, 'deal')}` : '';
  const stay = taken.kept === 1 ? 'stays' : 'stay';
  const kept = taken.kept > 0 ? `; ${count(taken.kept, 'customer')} changed since ${stay}` : '';
  return `took back ${count(taken.contacts, 'customer')}${deals} imported from ${fileName}${kept}`;
}
