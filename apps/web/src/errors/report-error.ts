import { notifications } from '@mantine/notifications';
import { barredBy } from './barred.ts';
import { errorSentence } from './error-sentence.ts';

type KeptOut = (error: unknown) => void;
let keptOut: KeptOut = () => {};

/** Says what to do when the server no longer lets this person in: the router, and who signs out. Gives what held before. */
export function onKeptOut(handler: KeptOut): KeptOut {
  const before = keptOut;
  keptOut = handler;
  return before;
}

/** The one place where an error becomes words on the screen; the words come from `userMessage`. */
export function reportError(error: unknown): void {
  if (barredBy(error)) {
    keptOut(error);
    return;
  }
  const message = errorSentence(error);
  // The same sentence twice is one notification: the id is the sentence.
  notifications.hide(message);
  notifications.show({
    id: message,
    message,
    'data-error': true,
    autoClose: 9000,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': 'Close' },
  });
}

/** A failed read shows itself where it is read; only being kept out concerns the whole page. */
export function reportBackgroundError(error: unknown): void {
  if (barredBy(error)) keptOut(error);
}
