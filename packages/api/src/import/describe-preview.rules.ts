import { type ImportField, importFields } from './import-fields.rules.ts';
import type { FilePlan, PlannedLine } from './plan-file.rules.ts';
import type { ResolvedRow } from './resolve-rows.rules.ts';

const sampleRows = 20;
const refusedShown = 200;
const warnedShown = 200;

/** Takes a planned file and whose each row is; gives what somebody sees before they decide. */
export function describePreview(importId: string, fileName: string, plan: FilePlan, rows: readonly ResolvedRow[]) {
  const { encoding, delimiter, columns, mappedAs } = plan;
  const ready = rows.filter((one) => one.kind !== 'refused');
  const warned = ready.filter(({ row }) => row.plan.warnings.length > 0);
  const barred = rows.flatMap((one) => (one.kind === 'refused' ? [{ line: one.row.line, reason: one.reason }] : []));
  const refused = [...plan.refused, ...barred].sort((a, b) => a.line - b.line);
  return {
    ...{ importId, fileName, encoding, delimiter, columns },
    mapping: wholeMapping(plan),
    mappedAs,
    fields: importFields,
    counts: {
      rows: plan.rows,
      ready: ready.length,
      refused: refused.length,
      duplicatesInFile: ready.filter(({ row }) => row.duplicateOf !== null).length,
      duplicatesKnown: ready.filter(({ kind, row }) => kind === 'known' && row.duplicateOf === null).length,
      deals: countDeals(ready),
      warned: warned.length,
    },
    warned: warned.slice(0, warnedShown).map(({ row }) => toSample(row)),
    sample: ready.slice(0, sampleRows).map(({ row }) => toSample(row)),
    refused: refused.slice(0, refusedShown),
  };
}

function wholeMapping({ mapping }: FilePlan): Record<ImportField, number | null> {
  const places = importFields.map(({ field }) => [field, mapping[field] ?? null]);
  return Object.fromEntries(places) as Record<ImportField, number | null>;
}

function toSample({ line, plan: { contact, deal, warnings } }: PlannedLine) {
  const { name, phones, emails } = contact;
  const title = deal ? (deal.title ?? name) : null;
  return { line, name, phone: phones[0] ?? null, email: emails[0] ?? null, deal: title, warnings };
}

/** The same deal of the same customer, twice in the file, is one. */
function countDeals(rows: readonly Exclude<ResolvedRow, { kind: 'refused' }>[]): number {
  const keys = rows.flatMap(({ contactId, row: { plan } }) =>
    plan.deal ? JSON.stringify([contactId, plan.deal.title ?? plan.contact.name, plan.deal.valueCents ?? 0]) : [],
  );
  return new Set(keys).size;
}
