import { useSyncExternalStore } from 'react';
import { serverNow } from '../clock.ts';
import { barredBy } from '../errors/barred.ts';
import { reportError } from '../errors/report-error.ts';
import { knownUntil } from '../offline/as-of.ts';
import { client } from '../trpc.ts';
import { noticeCard } from './card-news.ts';
import { invalidateAll, invalidateOlder, invalidateSoon } from './invalidation.ts';
import { recountSoon } from './recount.ts';

export type LiveStatus = 'live' | 'catching up' | 'offline';

const offlineAfter = 5000;
const hiddenAfter = 60_000;
const longestRetry = 15_000;

let status: LiveStatus = 'catching up';
const listeners = new Set<() => void>();
let lastEventId: string | undefined;
let attempts = 0;
/** The server did not let the last stream in, or go on. */
let refused = false;
/** When the change was read that the first stream begins after; nothing once that stream has begun. */
let listensFrom: number | undefined;
let stream: { unsubscribe(): void } | undefined;
let timers: {
  offline?: ReturnType<typeof setTimeout>;
  retry?: ReturnType<typeof setTimeout>;
  hidden?: ReturnType<typeof setTimeout>;
} = {};

/** Whether what is on the screen follows the server: live, catching up after a gap, or offline. */
export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => status,
  );
}

/**
 * Opens the one live stream of this page and keeps it open; gives a function that ends it. It tells of everything after
 * the change `seq`, which was the last one at `readAt`: what was read later, or is still being read, misses nothing. A page in the background
 * lets go of its stream after a minute (a browser allows few per server) and resumes from its last event.
 */
export function startLive({ seq, readAt }: { seq: number; readAt: number }): () => void {
  lastEventId = String(seq);
  listensFrom = readAt;
  open();
  const listen = new AbortController();
  const { signal } = listen;
  window.addEventListener('offline', () => close('offline'), { signal });
  window.addEventListener('online', () => open(), { signal });
  document.addEventListener('visibilitychange', followVisibility, { signal });
  return () => {
    listen.abort();
    close('catching up');
    lastEventId = undefined;
  };
}

function open(): void {
  if (stream) return;
  if (!navigator.onLine) {
    show('offline');
    return;
  }
  clearTimeout(timers.retry);
  show('catching up');
  timers.offline ??= setTimeout(() => show('offline'), offlineAfter);
  stream = client.live.changes.subscribe(lastEventId ? { lastEventId } : {}, {
    onStarted: () => void caughtUp(),
    onData: (event) => receive(event.id, event.data),
    onConnectionStateChange: ({ state }) => {
      if (state === 'connecting') waitForServer();
    },
    onError: retry,
    onComplete: () => retry(undefined),
  });
}

type Received = ({ kind: 'change' } & Parameters<typeof noticeCard>[0]) | { kind: 'resync' };

function receive(id: string, event: Received): void {
  lastEventId = id;
  if (event.kind === 'resync') {
    void caughtUp();
    return;
  }
  noticeCard(event);
  invalidateSoon(event);
  recountSoon(event);
}

/** Between connecting and now something may have happened: only when that is on the screen is the page live. */
async function caughtUp(): Promise<void> {
  attempts = 0;
  refused = false;
  clearTimeout(timers.offline);
  timers.offline = undefined;
  const from = listensFrom;
  listensFrom = undefined;
  await (from === undefined ? invalidateAll() : invalidateOlder(from));
  if (stream && !timers.offline) show('live');
}

function waitForServer(): void {
  if (status === 'live') show('catching up');
  timers.offline ??= setTimeout(() => show('offline'), offlineAfter);
}

function retry(error: unknown): void {
  stream = undefined;
  if (barredBy(error)) {
    if (refused) reportError(error);
    else askAgain();
    return;
  }
  waitForServer();
  attempts += 1;
  clearTimeout(timers.retry);
  timers.retry = setTimeout(open, Math.min(longestRetry, 500 * 2 ** attempts));
}

/** A session that was renewed beside the stream ends it, and the page has the new one already: only a second no is one. */
function askAgain(): void {
  refused = true;
  open();
}

function close(next: LiveStatus): void {
  const open = stream;
  stream = undefined;
  for (const timer of Object.values(timers)) clearTimeout(timer);
  timers = {};
  open?.unsubscribe();
  show(next);
}

function followVisibility(): void {
  clearTimeout(timers.hidden);
  if (document.hidden) timers.hidden = setTimeout(() => close('catching up'), hiddenAfter);
  else open();
}

function show(next: LiveStatus): void {
  if (status === next) return;
  if (status === 'live') knownUntil(serverNow());
  status = next;
  for (const listener of listeners) listener();
}
