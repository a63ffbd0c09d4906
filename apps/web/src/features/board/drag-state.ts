import { useSyncExternalStore } from 'react';
import type { DealCard } from '../../api.ts';

interface Drag {
  deal: DealCard;
  over: string | null;
}

let drag: Drag | null = null;
const listeners = new Set<() => void>();

/** What is being dragged and over which stage; column heads show the sums as they would be. */
export function useDrag(): Drag | null {
  return useSyncExternalStore(subscribe, () => drag);
}

/** Sets what is being dragged; null when the drag is over. */
export function setDrag(next: Drag | null): void {
  if (drag?.deal === next?.deal && drag?.over === next?.over) return;
  drag = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
