import { type DehydratedState, dehydrate, hydrate, type QueryCacheNotifyEvent } from '@tanstack/react-query';
import { clear, get, update } from 'idb-keyval';
import type { Me } from '../api.ts';
import { adjustClock, serverNow } from '../clock.ts';
import { queryClient, trpc } from '../trpc.ts';
import { knownUntil, shownFrom } from './as-of.ts';
import { readStore } from './device-store.ts';
import { isRecent, joined } from './kept-queries.rules.ts';

/** A read as it is kept, with the moment up to which it is known to be right. */
type KeptRead = DehydratedState['queries'][number] & { asOf: number };

/** What one person last read at one dealership. */
interface Kept {
  owner: string;
  /** How far the server's clock was ahead of this device's. */
  ahead: number;
  reads: KeptRead[];
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
  // Who is signed in, for one, was read before anybody listened.
  if (!changedHands()) timer ??= setTimeout(() => void save(), firstWait);
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
  if (!kept) return null;
  adjustClock(new Date(Date.now() + kept.ahead).toISOString());
  const queries = kept.reads.filter(({ asOf }) => isRecent(asOf, serverNow()));
  hydrate(queryClient, { queries, mutations: [] });
  const me = queryClient.getQueryData(trpc.member.me.queryKey());
  if (!me) return null;
  owner = kept.owner;
  for (const { queryHash, asOf } of queries) shownFrom(queryHash, asOf);
  knownUntil(Math.max(...queries.map(({ asOf }) => asOf)));
  return me;
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
  shownFrom(event.query.queryHash, null);
  if (changedHands()) {
    void forgetReads().then(() => window.location.reload());
    return;
  }
  timer ??= setTimeout(() => void save(), Math.max(firstWait, savedAt + wait - Date.now()));
}

/** Whether the session became somebody else's, or looks at another dealership, under an open page. */
function changedHands(): boolean {
  const now = whose();
  if (!now) return false;
  const before = owner;
  owner = now;
  return before !== null && before !== now;
}

function whose(): string | null {
  const me = queryClient.getQueryData(trpc.member.me.queryKey());
  return me ? `${me.memberId} ${me.workspace.workspaceId}` : null;
}

async function save(): Promise<void> {
  timer = undefined;
  const mine = whose();
  if (!keeping || !mine) return;
  savedAt = Date.now();
  const now = serverNow();
  const ahead = now - savedAt;
  const { queries } = dehydrate(queryClient, { shouldDehydrateMutation: () => false });
  const reads = queries.map((query) => {
    const { isInvalidated, dataUpdatedAt } = query.state;
    return { ...query, asOf: isInvalidated ? dataUpdatedAt + ahead : now };
  });
  // Another page of this person read other things: the board stays beside Today. A device that keeps nothing (private window,
  // full disk) works as it did, with a connection.
  await update<Kept>(
    key,
    (last) => ({ owner: mine, ahead, reads: joined(last?.owner === mine ? last.reads : [], reads) }),
    readStore,
  ).catch(() => {});
}
