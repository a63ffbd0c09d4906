import { useSyncExternalStore } from 'react';

/** How far the server's time is ahead of this device's, in milliseconds: a phone's clock may be wrong, a demo's is set. */
let ahead = 0;
let now = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time, as a value that changes twice a minute: ages and "overdue" stay true on a board nobody touches. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    timer = setInterval(tick, 30_000);
    queueMicrotask(tick);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The server's time as far as this device knows it, in milliseconds. */
export function serverNow(): number {
  return Date.now() + ahead;
}

/** Takes the server's time, as it was told just now. Less than a few seconds' difference is the way it travelled. */
export function adjustClock(serverTime: string): void {
  const difference = Date.parse(serverTime) - Date.now();
  ahead = Math.abs(difference) < 5_000 ? 0 : difference;
  tick();
}

function tick(): void {
  now = serverNow();
  for (const listener of listeners) listener();
}
