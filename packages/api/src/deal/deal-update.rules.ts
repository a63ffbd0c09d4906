import type { Role } from '../context.ts';
import { showMoney } from '../money/money.rules.ts';
import { listed } from '../wording/change-words.rules.ts';

/**
 * Whether somebody may give a deal to another member: managers and owners any; a rep hands on their own, and takes one that
 * is nobody's. A rep's deal never ends up with nobody by the rep's own doing: nobody would notice.
 */
export function mayHandOver(actor: { memberId: string; role: Role }, from: string | null, to: string | null): boolean {
  if (actor.role !== 'rep') return true;
  return from === actor.memberId ? to !== null : from === null && to === actor.memberId;
}

interface Changed {
  title?: unknown;
  valueCents?: unknown;
  ownerId?: unknown;
  source?: unknown;
  probabilityOverride?: unknown;
  frontGrossCents?: unknown;
  backGrossCents?: unknown;
}

/** "handed to Ben and set the value to $52,000". Takes the columns that changed and the name of the new owner, null for oneself. */
export function describeUpdate(row: Changed, currency: string, newOwner: string | null): string {
  return listed(updateWords(row, currency, newOwner));
}

/** The same as separate words: "handed to Ben", "set the value to $52,000". */
export function updateWords(row: Changed, currency: string, newOwner: string | null): string[] {
  const said: string[] = [];
  if (row.ownerId !== undefined)
    said.push(
      row.ownerId === null ? 'left without an owner' : newOwner === null ? 'took over' : `handed to ${newOwner}`,
    );
  if (typeof row.valueCents === 'number') said.push(`set the value to ${showMoney(row.valueCents, currency)}`);
  if (typeof row.title === 'string') said.push(`renamed to “${row.title}”`);
  if (row.source !== undefined)
    said.push(row.source === null ? 'removed the source' : `set the source to ${row.source}`);
  if (row.probabilityOverride !== undefined) said.push(chanceWords(row.probabilityOverride));
  for (const side of ['front', 'back'] as const) {
    const cents = row[`${side}GrossCents`];
    if (cents === null) said.push(`removed the ${side} gross`);
    if (typeof cents === 'number') said.push(`set the ${side} gross to ${showMoney(cents, currency)}`);
  }
  return said;
}

function chanceWords(probability: unknown): string {
  return probability === null ? 'set the chance back to the stage’s own' : `set the chance to ${probability}%`;
}

/** "moved 12 deals to Write-up and handed them to Ben". Takes how many, and the names of what they were given; null for taken away. */
export function describeBulk(
  count: number,
  { stage, owner, source }: { stage?: string; owner?: string | null; source?: string | null },
): string {
  const deals = count === 1 ? '1 deal' : `${count} deals`;
  const said: string[] = [];
  const what = () => (said.length === 0 ? deals : count === 1 ? 'it' : 'them');
  if (stage !== undefined) said.push(`moved ${what()} to ${stage}`);
  if (owner !== undefined)
    said.push(owner === null ? `left ${what()} without an owner` : `handed ${what()} to ${owner}`);
  if (source !== undefined)
    said.push(source === null ? `removed the source of ${what()}` : `set the source of ${what()} to ${source}`);
  return listed(said);
}
