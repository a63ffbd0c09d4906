import type { Database } from '@beback/db';
import type { ClerkEvent, ClerkPort } from '@beback/vendors';
import type { PersonOf } from './clerk.ts';
import { keepDeleted, keepUser, note } from './clerk-people.ts';
import type { SessionEvent } from './witness.ts';

interface ReceiverOptions {
  db: Database;
  clerk: ClerkPort;
  personOf: PersonOf;
  onSession(event: SessionEvent & { id: string }): Promise<void>;
}

/**
 * Takes Clerk's deliveries: in any order, each once. Gives the function for one; it gives false when the signature is not
 * genuine, and throws when it could not be taken, so that Clerk sends it again.
 */
export function createReceiver({ db, clerk, personOf, onSession }: ReceiverOptions) {
  /** Somebody signed in or out. Their log is another transaction's, where the same delivery is written down once. */
  async function tell(event: Extract<ClerkEvent, { sessionId: string }>): Promise<void> {
    const person = await personOf(event.userId);
    if (!person?.email) return;
    const kind = event.type === 'session.started' ? 'start' : 'end';
    await onSession({ id: event.id, kind, email: person.email, address: event.address ?? undefined });
  }

  return async (body: Buffer, headers: Headers): Promise<boolean> => {
    const event = await clerk.readEvent(body, headers);
    if (!event) return false;
    if ('sessionId' in event) await tell(event);
    await db.auth.transaction(async (tx) => {
      if (!(await note(tx, 'clerk', event.id))) return;
      if (event.type === 'user') await keepUser(tx, event.user);
      if (event.type === 'user.deleted') await keepDeleted(tx, event.userId, new Date());
      if (event.type === 'session.ended') await note(tx, 'clerk-session-ended', event.sessionId);
    });
    return true;
  };
}
