import { clear, del, entries, get, set } from 'idb-keyval';
import { useMemo, useSyncExternalStore } from 'react';
import { serverNow } from '../../../clock.ts';
import { waitingStore } from '../../../offline/device-store.ts';
import { useMe } from '../../session/use-me.ts';
import { logsOf, reworded, type WaitingLog } from './waiting.rules.ts';

const otherTabs = new BroadcastChannel('beback-waiting');
const listeners = new Set<() => void>();
let logs: WaitingLog[] = [];

otherTabs.onmessage = () => void readAgain();
void readAgain();

/** What this person said that is not logged yet: waiting to be sent, or come back. */
export function useWaitingLogs(): WaitingLog[] {
  const { memberId, workspace } = useMe();
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => logs,
  );
  const { workspaceId } = workspace;
  return useMemo(() => logsOf(all, { memberId, workspaceId }), [all, memberId, workspaceId]);
}

/** Everything that waits on this device, as it is stored at this moment. */
export async function readWaiting(): Promise<WaitingLog[]> {
  return (await entries<string, WaitingLog>(waitingStore)).map(([, log]) => log);
}

/** A log as it is stored at this moment; another tab may have sent or deleted it. */
export function readLog(messageId: string): Promise<WaitingLog | undefined> {
  return get<WaitingLog>(messageId, waitingStore);
}

/** Keeps a log until it is sent. Throws when the device keeps nothing. */
export async function keepLog(log: WaitingLog): Promise<void> {
  await set(log.messageId, log, waitingStore);
  await changed();
}

/** Gives up a log: it was sent, or is not wanted any more. */
export async function dropLog(messageId: string): Promise<void> {
  await del(messageId, waitingStore);
  await changed();
}

/** Writes other words into a log, which is then sent (again). */
export async function rewordLog(log: WaitingLog, text: string): Promise<void> {
  const next = reworded(log, text, { newId: newMessageId(), now: serverNow() });
  await set(next.messageId, next, waitingStore);
  if (next.messageId !== log.messageId) await del(log.messageId, waitingStore);
  await changed();
}

/** Leaves nothing of what was typed on this device. */
export async function forgetWaiting(): Promise<void> {
  await clear(waitingStore).catch(() => {});
}

/** An id that no other message has. */
export function newMessageId(): string {
  const random = crypto.getRandomValues(new Uint8Array(16));
  return `web-${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

async function changed(): Promise<void> {
  otherTabs.postMessage('changed');
  await readAgain();
}

async function readAgain(): Promise<void> {
  logs = await readWaiting().catch(() => []);
  for (const listener of listeners) listener();
}
