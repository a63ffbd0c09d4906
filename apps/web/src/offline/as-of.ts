import { useSyncExternalStore } from 'react';

/** Since when what is on the screen may be out of date, in the server's time; null while that is not known. */
let asOf: number | null = null;
const listeners = new Set<() => void>();

/** The moment up to which the screen is known to be right. */
export function useAsOf(): number | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asOf,
  );
}

/** Says up to when the screen is right. */
export function knownUntil(time: number): void {
  asOf = time;
  for (const listener of listeners) listener();
}
