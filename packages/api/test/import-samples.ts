import { readFileSync } from 'node:fs';
import type { ImportMapping } from '../src/import/import-fields.rules.ts';
import { type ImportOptions, type PlannedRow, planRow } from '../src/import/plan-row.rules.ts';

/** A dealership as the import sees it: its stages, its members, its country and time zone. */
export const northside: ImportOptions = {
  country: 'US',
  timeZone: 'America/Chicago',
  stages: [
    { stageId: 'new-up', name: 'New up', kind: 'open' },
    { stageId: 'contacted', name: 'Contacted', kind: 'open' },
    { stageId: 'appointment', name: 'Appointment set', kind: 'open' },
    { stageId: 'demo', name: 'Demo drive', kind: 'open' },
    { stageId: 'write-up', name: 'Write-up', kind: 'open' },
    { stageId: 'f-and-i', name: 'F&I', kind: 'open' },
    { stageId: 'sold', name: 'Sold', kind: 'won' },
    { stageId: 'lost', name: 'Lost', kind: 'lost' },
  ],
  members: [
    { memberId: 'ana', name: 'Ana Torres', email: 'ana@northside.example' },
    { memberId: 'ben', name: 'Ben Ode', email: 'ben@northside.example' },
  ],
};

/** Takes a row as field → cell; gives its cells and the mapping that goes with them. */
export function rowOf(fields: Partial<Record<keyof ImportMapping, string>>): {
  cells: string[];
  mapping: ImportMapping;
} {
  const names = Object.keys(fields);
  return { cells: Object.values(fields), mapping: Object.fromEntries(names.map((name, i) => [name, i])) };
}

/** Takes a row as field → cell and plans it for Northside; throws the reason when it is refused. */
export function plan(fields: Parameters<typeof rowOf>[0]): PlannedRow {
  const { cells, mapping } = rowOf(fields);
  const planned = planRow(cells, mapping, northside);
  if (!planned.ok) throw new Error(planned.reason);
  return planned;
}

/** Takes the name of a file in test/fixtures/import and gives its bytes. */
export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`./fixtures/import/${name}`, import.meta.url));
}
