import { type DehydratedState, dehydrate, hydrate, type QueryCacheNotifyEvent } from '@tanstack/react-query';
import { clear, get, set } from 'idb-keyval';
import type { Me } from '../api.ts';
import { adjustClock, serverNow } from '../clock.ts';
import { queryClient, trpc } from '../trpc.ts';
import { knownUntil } from './as-of.ts';
import { readStore } from './device-store.ts';
import { isRecent, worthKeeping } from './kept-queries.rules.ts';

/** What one person last read at one dealership. */
interface Kept {
  memberId: string;
  workspaceId: string;
  savedAt: number;
  /** How far the server's clock was ahead of this device's. */
  ahead: number;
  state: DehydratedState;
}

const key = 'last';
const firstWait = 1_000;
const wait = 10_000;
const otherTabs = new BroadcastChannel('beback-signed-out');
let savedAt = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let owner: string | null = null;
let keeping = false;

/** From now on, keeps on this device what the screens read, for the person who read it. Gives a function that stops it. */
export function keepReads(): () => void {
  keeping = true;
  const stopListening = queryClient.getQueryCache().subscribe(noticeRead);
  const leave = () => document.hidden && timer && void save();
  document.addEventListener('visibilitychange', leave);
  // Another tab signed out: what this one still shows is read again, and refused.
  otherTabs.onmessage = () => {
    keeping = false;
    void queryClient.invalidateQueries();
  };
  return () => {
    keeping = false;
    clearTimeout(timer);
    timer = undefined;
    stopListening();
    document.removeEventListener('visibilitychange', leave);
  };
}

/** Puts back what was last read here, if it is not too old. Gives who read it; null when there is nothing. */
export async function restoreReads(): Promise<Me | null> {
  const kept = await get<Kept>(key, readStore).catch(() => undefined);
  if (!kept || !isRecent(kept.savedAt, Date.now())) return null;
  hydrate(queryClient, kept.state);
  adjustClock(new Date(Date.now() + kept.ahead).toISOString());
  knownUntil(kept.savedAt + kept.ahead);
  owner = `${kept.memberId} ${kept.workspaceId}`;
  return queryClient.getQueryData(trpc.member.me.queryKey()) ?? null;
}

/** Leaves nothing of what was read on this device, and tells its other tabs. */
export async function forgetReads(): Promise<void> {
  keeping = false;
  owner = null;
  clearTimeout(timer);
  timer = undefined;
  otherTabs.postMessage('signed out');
  await clear(readStore).catch(() => {});
}

function noticeRead(event: QueryCacheNotifyEvent): void {
  if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
  if (changedHands()) {
    void forgetReads().then(() => window.location.reload());
    return;
  }
  timer ??= setTimeout(() => void save(), Math.max(firstWait, savedAt + wait - Date.now()));
}

/** Whether the session became somebody else's, or looks at another dealership, under an open page. */
function changedHands(): boolean {
  const me = queryClient.getQueryData(trpc.member.me.queryKey());
  if (!me) return false;
  const now = `${me.memberId} ${me.workspace.workspaceId}`;
  const before = owner;
  owner = now;
  return before !== null && before !== now;
}

async function save(): Promise<void> {
  timer = undefined;
  const me = queryClient.getQueryData(trpc.member.me.queryKey());
  if (!keeping || !me) return;
  savedAt = Date.now();
  const kept = new Set(worthKeeping(queryClient.getQueryCache().getAll()));
  const state = dehydrate(queryClient, {
    shouldDehydrateQuery: (query) => kept.has(query),
    shouldDehydrateMutation: () => false,
  });
  const { memberId, workspace } = me;
  const last: Kept = { memberId, workspaceId: workspace.workspaceId, savedAt, ahead: serverNow() - savedAt, state };
  // A device that keeps nothing (private window, full disk) works as it did, with a connection.
  await set(key, last, readStore).catch(() => {});
}
