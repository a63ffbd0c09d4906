import type { Query } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { queryClient } from '../trpc.ts';

/** Since when what is on the screen may be out of date, in the server's time; null while that is not known. */
let asOf: number | null = null;
/** By query: those whose answer was put back from an earlier visit, and since when that may be out of date. */
const restored = new Map<string, number>();
const listeners = new Set<() => void>();

/** The moment up to which the screen is known to be right. */
export function useAsOf(): number | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      const stop = queryClient.getQueryCache().subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    () => oldestShown(),
  );
}

/** Says up to when the page is right. */
export function knownUntil(time: number): void {
  asOf = time;
  for (const listener of listeners) listener();
}

/** Says up to when a query's answer is right; null when it was just read. */
export function shownFrom(queryHash: string, time: number | null): void {
  if (time === null) restored.delete(queryHash);
  else restored.set(queryHash, time);
}

function oldestShown(): number | null {
  const shown = queryClient.getQueryCache().findAll({ type: 'active', predicate: isAboutTheFloor });
  const times = shown.flatMap(({ queryHash }) => restored.get(queryHash) ?? []);
  return times.length > 0 ? Math.min(...times) : asOf;
}

/** Who one is and what the stages are called changes rarely; when that was read is nobody's question. */
function isAboutTheFloor({ queryKey: [path] }: Query): boolean {
  return Array.isArray(path) && ['deal', 'today', 'visit', 'task', 'activity'].includes(path[0]);
}
