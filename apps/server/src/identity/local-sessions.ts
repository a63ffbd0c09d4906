import type { OpenSession, Person, Sessions } from '@beback/api';
import type { Database } from '@beback/db';
import { auth as tables } from '@beback/db/schema';
import { and, desc, eq, gt, ne } from 'drizzle-orm';
import { deviceWords } from './device-words.ts';

const { session } = tables;

/** The sessions of local sign-in: rows, which end by being deleted. */
export function localSessions({ auth }: Database): Sessions {
  const own = ({ userId }: Person) => eq(session.userId, userId);
  return {
    list: async (person) => {
      const rows = await auth
        .select()
        .from(session)
        .where(and(own(person), gt(session.expiresAt, new Date())))
        .orderBy(desc(session.updatedAt));
      return rows.map((row): OpenSession => toOpen(row, person));
    },
    end: async (person, sessionId) => {
      const ended = await auth
        .delete(session)
        .where(and(own(person), eq(session.id, sessionId)))
        .returning();
      return ended.length > 0;
    },
    endOthers: async (person) => {
      const ended = await auth
        .delete(session)
        .where(and(own(person), ne(session.id, person.sessionId)))
        .returning();
      return ended.length;
    },
  };
}

function toOpen(row: typeof session.$inferSelect, person: Person): OpenSession {
  return {
    sessionId: row.id,
    current: row.id === person.sessionId,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.updatedAt.toISOString(),
    address: row.ipAddress || null,
    device: deviceWords(row.userAgent),
  };
}

const everyMs = 5 * 60_000;
const remembered = 10_000;

/**
 * Writes down when a session was last seen, every five minutes at most and beside the request: nobody waits for it, and
 * one that fails is made good by the next.
 */
export function createLastSeen({ auth }: Database): (sessionId: string) => void {
  const written = new Map<string, number>();
  return (sessionId) => {
    const now = Date.now();
    if (now - (written.get(sessionId) ?? 0) < everyMs) return;
    written.delete(sessionId);
    written.set(sessionId, now);
    const [oldest] = written.keys();
    if (written.size > remembered && oldest !== undefined) written.delete(oldest);
    auth
      .update(session)
      .set({ updatedAt: new Date(now) })
      .where(eq(session.id, sessionId))
      .catch(() => {});
  };
}
