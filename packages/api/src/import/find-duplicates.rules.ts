import type { PlannedRow } from './plan-row.rules.ts';

interface PlannedLine {
  line: number;
  plan: PlannedRow;
}

/** Takes a planned row and gives the keys that make two rows the same person: `phone:+12145550101`, `email:m@example.com`. */
export function contactKeys(plan: PlannedRow): string[] {
  return [
    ...plan.contact.phones.map((phone) => `phone:${phone}`),
    ...plan.contact.emails.map((email) => `email:${email}`),
  ];
}

/** Takes planned rows in their order; gives for the line of each duplicate the line of the first row of that person. */
export function findDuplicates(rows: Iterable<PlannedLine>): Map<number, number> {
  const firstLine = new Map<string, number>();
  const duplicates = new Map<number, number>();
  for (const { line, plan } of rows) {
    const keys = contactKeys(plan);
    const known = keys.map((key) => firstLine.get(key)).filter((first) => first !== undefined);
    const first = known.length > 0 ? Math.min(...known) : line;
    if (first !== line) duplicates.set(line, first);
    for (const key of keys) if (!firstLine.has(key)) firstLine.set(key, first);
  }
  return duplicates;
}
