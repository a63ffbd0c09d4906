import { findDuplicates } from './find-duplicates.rules.ts';
import type { ImportMapping } from './import-fields.rules.ts';
import { type ImportOptions, type PlannedRow, planRow, type RefusedRow } from './plan-row.rules.ts';
import type { TableRow } from './read-table.rules.ts';

export interface TablePlan {
  planned: { line: number; plan: PlannedRow; duplicateOf: number | null }[];
  refused: { line: number; reason: string }[];
}

/** Takes the rows of a table and what they mean; gives every row planned or refused, duplicates within the file marked. */
export function planTable(rows: readonly TableRow[], mapping: ImportMapping, options: ImportOptions): TablePlan {
  const planned: { line: number; plan: PlannedRow }[] = [];
  const refused: TablePlan['refused'] = [];
  for (const row of rows) {
    const plan: PlannedRow | RefusedRow = row.problem
      ? { ok: false, reason: row.problem }
      : planRow(row.cells, mapping, options);
    if (plan.ok) planned.push({ line: row.line, plan });
    else refused.push({ line: row.line, reason: plan.reason });
  }
  const duplicates = findDuplicates(planned);
  return { planned: planned.map((row) => ({ ...row, duplicateOf: duplicates.get(row.line) ?? null })), refused };
}
