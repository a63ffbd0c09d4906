import { AppError, type Person, type Sessions } from '@beback/api';
import type { Database } from '@beback/db';
import { type ClerkPort, VendorError } from '@beback/vendors';
import { note } from './clerk-people.ts';

/** The sessions that Clerk keeps. One that is ended is over here at once, though its last token is good for a minute. */
export function clerkSessions(db: Database, clerk: ClerkPort): Sessions {
  const live = (person: Person) => clerk.sessionsOf(person.userId).catch(unavailable);
  const end = async (sessionId: string) => {
    await note(db.auth, 'clerk-session-ended', sessionId);
    await clerk.endSession(sessionId).catch(unavailable);
  };
  return {
    list: async (person) => {
      const sessions = await live(person);
      return sessions
        .map(({ id, createdAt, lastSeenAt, address, browser, system }) => ({
          sessionId: id,
          current: id === person.sessionId,
          createdAt: createdAt.toISOString(),
          lastSeenAt: lastSeenAt.toISOString(),
          address,
          device: [browser, system].filter(Boolean).join(' on ') || 'A program',
        }))
        .sort((one, other) => other.lastSeenAt.localeCompare(one.lastSeenAt));
    },
    end: async (person, sessionId) => {
      const own = (await live(person)).some(({ id }) => id === sessionId);
      if (own) await end(sessionId);
      return own;
    },
    endOthers: async (person) => {
      const others = (await live(person)).filter(({ id }) => id !== person.sessionId);
      for (const { id } of others) await end(id);
      return others.length;
    },
  };
}

function unavailable(error: unknown): never {
  if (!(error instanceof VendorError)) throw error;
  throw new AppError('SERVICE_UNAVAILABLE', 'Sign-in does not answer at the moment. Try again shortly.', {
    cause: error,
  });
}
