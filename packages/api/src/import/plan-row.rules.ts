import type { ImportMapping } from './import-fields.rules.ts';
import { type ContactHabits, type ContactPlan, planContact } from './plan-contact.rules.ts';
import { type DealPlan, type ImportStage, planDeal } from './plan-deal.rules.ts';
import { readRow } from './row-reader.rules.ts';

export interface ImportOptions extends ContactHabits {
  /** The workspace's stages in their order. */
  stages: readonly ImportStage[];
}

export interface PlannedRow {
  ok: true;
  contact: ContactPlan;
  deal: DealPlan | null;
  warnings: string[];
}

export interface RefusedRow {
  ok: false;
  reason: string;
}

/** Takes the cells of a row and what they mean; gives what would be written, or a sentence saying why nothing would. */
export function planRow(
  cells: readonly string[],
  mapping: ImportMapping,
  options: ImportOptions,
): PlannedRow | RefusedRow {
  const row = readRow(cells, mapping);
  const contact = planContact(row, options);
  const deal = planDeal(row, options.stages);
  const [refusal] = row.refusals;
  if (refusal) return { ok: false, reason: refusal };
  if (typeof contact === 'string') return { ok: false, reason: contact };
  return { ok: true, contact, deal, warnings: row.warnings };
}
