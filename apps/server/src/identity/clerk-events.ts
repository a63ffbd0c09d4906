import type { Database } from '@beback/db';
import type { ClerkEvent, ClerkPort } from '@beback/vendors';
import type { PersonOf } from './clerk.ts';
import { type Auth, keepDeleted, keepUser, keptUser, note } from './clerk-people.ts';
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

  /** Gives the address that stopped being theirs with this delivery, if one did. */
  function take(event: ClerkEvent): Promise<string | null> {
    return db.auth.transaction(async (tx) => {
      if (!(await note(tx, 'clerk', event.id))) return null;
      if (event.type === 'user') return leftBehind(tx, event.user.id, () => keepUser(tx, event.user));
      if (event.type === 'user.deleted')
        return leftBehind(tx, event.userId, () => keepDeleted(tx, event.userId, new Date()));
      return null;
    });
  }

  return async (body: Buffer, headers: Headers): Promise<boolean> => {
    const event = await clerk.readEvent(body, headers);
    if (!event) return false;
    // Before anybody is told: what is open asks at once whether it may go on.
    if (event.type === 'session.ended') await note(db.auth, 'clerk-session-ended', event.sessionId);
    if ('sessionId' in event) await tell(event);
    const email = await take(event);
    if (email) await onSession({ id: event.id, kind: 'end', email, address: undefined });
    return true;
  };
}

/** The address that a user had before `change` and has no more, or null. */
async function leftBehind(auth: Auth, userId: string, change: () => Promise<void>): Promise<string | null> {
  const before = await keptUser(auth, userId);
  await change();
  const after = await keptUser(auth, userId);
  return before && before.email !== after?.email ? before.email : null;
}
