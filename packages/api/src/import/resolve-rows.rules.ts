import { contactKeys } from './find-duplicates.rules.ts';
import type { KnownKeys } from './known-contacts.ts';
import type { PlannedLine } from './plan-file.rules.ts';

/** Whose row it is: a known customer's, one's that the import makes, or nobody's it may write. */
export type ResolvedRow =
  | { kind: 'known'; row: PlannedLine; contactId: string }
  | { kind: 'new'; row: PlannedLine; contactId: string }
  | { kind: 'same'; row: PlannedLine; contactId: string }
  | { kind: 'refused'; row: PlannedLine; reason: string };

const mayBeKnown = 'Somebody at this store may already know this customer. Ask your manager.';

/** The keys to look up for a row: its own, and those of the first row about the same person. */
export function keysOfRow(row: PlannedLine, byLine: ReadonlyMap<number, PlannedLine>): string[] {
  const root = row.duplicateOf === null ? undefined : byLine.get(row.duplicateOf);
  return root ? [...contactKeys(root.plan), ...contactKeys(row.plan)] : contactKeys(row.plan);
}

/**
 * Takes rows in their order and what is known of their keys; says of each whose it is. `same` is a further row about a
 * customer whom an earlier one of these rows makes. `newId` names the new ones.
 */
export function resolveRows(
  rows: readonly PlannedLine[],
  byLine: ReadonlyMap<number, PlannedLine>,
  known: KnownKeys,
  newId: () => string,
): ResolvedRow[] {
  const made = new Map<number, string>();
  return rows.map((row) => {
    const keys = keysOfRow(row, byLine);
    const contactId = keys.map((key) => known.contacts.get(key)).find((found) => found !== undefined);
    const first = row.duplicateOf ?? row.line;
    const same = made.get(first);
    if (same) return { kind: 'same', row, contactId: same };
    if (contactId) return { kind: 'known', row, contactId };
    if (keys.some((key) => known.unseen.has(key))) return { kind: 'refused', row, reason: mayBeKnown };
    const fresh = newId();
    made.set(first, fresh);
    return { kind: 'new', row, contactId: fresh };
  });
}
