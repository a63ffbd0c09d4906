import type { OutboxEntry } from '../demo-requests.ts';
import type { Text } from '../phone/use-phone-line.ts';

/** The outbox together with the replies on the phones, which answer their text directly and pass no queue; oldest first. */
export function allSent(outbox: readonly OutboxEntry[], texts: readonly Text[]): OutboxEntry[] {
  const replies = texts
    .filter(({ by }) => by === 'beback')
    .map(({ id, at, phone: to, body }): OutboxEntry => ({ id, at, channel: 'sms', to, body }));
  return [...outbox, ...replies].sort((a, b) => a.at.localeCompare(b.at));
}
