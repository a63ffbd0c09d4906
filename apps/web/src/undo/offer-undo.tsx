import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { reportError } from '../errors/report-error.ts';
import { client } from '../trpc.ts';
import { Toast } from './toast.tsx';

const shownFor = 8000;
let lastShown = '';

/** Says what just happened and offers to take it back while the words are on the screen; says nothing when nothing changed. */
export function offerUndo(message: string, changeId: string | null): void {
  if (!changeId) return;
  const changeIds = [changeId];
  const id = `undo-${changeId}`;
  const undo = async () => {
    notifications.hide(id);
    try {
      say(await undoAll(changeIds));
    } catch (error) {
      reportError(error);
    }
  };
  show(id, <Toast message={message} onAction={undo} />, shownFor);
}

/** Says something in passing, without an action. */
export function say(message: string): void {
  show(`say-${Date.now()}`, <Toast message={capital(message)} />, 5000);
}

/** Reverses changes, the latest first; gives the summary of the last reversal; throws what the server refused. */
export async function undoAll(changeIds: readonly string[]): Promise<string> {
  let summary = '';
  for (const changeId of changeIds.toReversed()) summary = (await client.change.undo.mutate({ changeId })).summary;
  return summary;
}

/** One line at a time: what is older can still be taken back from the history. */
function show(id: string, message: ReactNode, autoClose: number): void {
  notifications.hide(lastShown);
  lastShown = id;
  notifications.show({ id, message, autoClose, withCloseButton: false });
}

function capital(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
