import { wireError } from '@beback/api/user-message';
import { notifications } from '@mantine/notifications';
import { errorSentence } from './error-sentence.ts';

type SessionEnded = () => void;
let sessionEnded: SessionEnded = () => {};

/** Says what to do when the server no longer knows who this is; the router sets it once. */
export function onSessionEnded(handler: SessionEnded): void {
  sessionEnded = handler;
}

/** The one place where an error becomes words on the screen; the words come from `userMessage`. */
export function reportError(error: unknown): void {
  if (wireError(error)?.code === 'UNAUTHORIZED') {
    sessionEnded();
    return;
  }
  const message = errorSentence(error);
  // The same sentence twice is one notification: the id is the sentence.
  notifications.hide(message);
  notifications.show({ id: message, message, 'data-error': true, autoClose: 9000, withCloseButton: true });
}

/** A failed read shows itself where it is read; only a lost session concerns the whole page. */
export function reportBackgroundError(error: unknown): void {
  if (wireError(error)?.code === 'UNAUTHORIZED') sessionEnded();
}
