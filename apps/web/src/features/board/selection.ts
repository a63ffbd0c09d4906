import { useSyncExternalStore } from 'react';
import { announce } from '../../ui/announce.ts';

/** `deal.bulk` takes no more at once. */
const most = 200;
let selected: ReadonlySet<string> = new Set();
let anchor: string | null = null;
const listeners = new Set<() => void>();

/** Which deals are selected on the board. */
export function useSelection(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => selected);
}

/** Whether this deal is selected; a card hears of nothing else. */
export function useSelected(dealId: string): boolean {
  return useSyncExternalStore(subscribe, () => selected.has(dealId));
}

/** Which deals are selected at this moment. */
export function selection(): ReadonlySet<string> {
  return selected;
}

/** Selects a deal, or lets it go. */
export function toggleSelected(dealId: string): void {
  const next = new Set(selected);
  if (!next.delete(dealId)) next.add(dealId);
  anchor = dealId;
  select(next);
}

/** Selects everything in a column between the card last touched and this one; only this one, when that stands elsewhere. */
export function selectUpTo(dealId: string, column: readonly { dealId: string }[]): void {
  const place = (id: string | null) => column.findIndex((deal) => deal.dealId === id);
  const [from, to] = [place(anchor), place(dealId)].toSorted((a, b) => a - b);
  if (from === undefined || to === undefined || from < 0) toggleSelected(dealId);
  else select(new Set([...selected, ...column.slice(from, to + 1).map((deal) => deal.dealId)]));
}

/** Lets every deal go. */
export function selectNothing(): void {
  anchor = null;
  if (selected.size > 0) select(new Set());
}

function select(next: ReadonlySet<string>): void {
  selected = next.size > most ? new Set([...next].slice(0, most)) : next;
  announce(selected.size === 0 ? 'Nothing selected' : `${selected.size} selected`);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
