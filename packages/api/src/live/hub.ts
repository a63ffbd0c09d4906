import type { Database } from '@beback/db';
import { changes, counters } from '@beback/db/schema';
import { and, asc, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { Announcement, toAnnouncement } from './announcement.ts';

/** More missed changes than this are not worth telling one by one: the client refetches. */
const longestBacklog = 500;
const pollMs = 1_000;

export type LiveEvent = Announcement | { seq: number; resync: true };
type Listener = (event: LiveEvent) => void;

/** Tells this process's clients of every committed change of their workspace, in order and without gaps. */
export interface Live {
  /** Hears the workspace's changes from now on; `ready` resolves with the number of the last one before. */
  subscribe(workspaceId: string, listener: Listener): { ready: Promise<number>; close(): void };
  /** The changes after `seq`, oldest first; null when there are too many to tell. */
  since(workspaceId: string, seq: number): Promise<Announcement[] | null>;
  close(): Promise<void>;
}

/** One workspace with at least one client: where it stands and who listens. */
interface Room {
  listeners: Set<Listener>;
  /** The last number told; null until it is known. */
  last: number | null;
  /** Events are told one after another, also when one of them has to be read up first. */
  queue: Promise<void>;
}

const Hint = z.object({ workspaceId: z.string(), seq: z.number() });

/**
 * Starts listening to the database. Announcements may come early, late, twice or not at all; the numbers are gapless,
 * so the hub reads up whatever is missing and drops whatever is old.
 */
export async function startLive(db: Database, onError: (error: unknown) => void): Promise<Live> {
  const rooms = new Map<string, Room>();
  const source = await db.listen(hear, readUpAll);
  const poll = source.push ? null : setInterval(readUpAll, pollMs);

  function hear(payload: string): void {
    const hint = Hint.parse(JSON.parse(payload));
    const room = rooms.get(hint.workspaceId);
    if (!room) return;
    const whole = Announcement.safeParse(JSON.parse(payload));
    enqueue(room, async () => {
      if (room.last === null || hint.seq <= room.last) return;
      if (whole.success && hint.seq === room.last + 1) tell(room, whole.data);
      else await readUp(hint.workspaceId, room);
    });
  }

  function enqueue(room: Room, work: () => Promise<void>): void {
    room.queue = room.queue.then(work).catch(onError);
  }

  function readUpAll(): void {
    for (const [workspaceId, room] of rooms) enqueue(room, () => readUp(workspaceId, room));
  }

  async function readUp(workspaceId: string, room: Room): Promise<void> {
    if (room.last === null) return;
    const missed = await since(workspaceId, room.last);
    if (missed) {
      for (const event of missed) tell(room, event);
      return;
    }
    const seq = await position(workspaceId);
    room.last = seq;
    for (const listener of room.listeners) listener({ seq, resync: true });
  }

  function tell(room: Room, event: Announcement): void {
    room.last = event.seq;
    for (const listener of room.listeners) listener(event);
  }

  const floor = (workspaceId: string) => ({ workspaceId, memberId: null, sees: 'floor' as const, readOnly: true });

  async function since(workspaceId: string, seq: number): Promise<Announcement[] | null> {
    const rows = await db.tenant(floor(workspaceId), (tx) =>
      tx
        .select({
          workspaceId: changes.workspaceId,
          seq: changes.seq,
          procedure: changes.procedure,
          door: changes.door,
          memberId: changes.memberId,
          dealId: changes.dealId,
          contactId: changes.contactId,
          subjectType: changes.subjectType,
          subjectId: changes.subjectId,
          visibleTo: changes.visibleTo,
          before: changes.before,
        })
        .from(changes)
        .where(and(eq(changes.workspaceId, workspaceId), gt(changes.seq, seq)))
        .orderBy(asc(changes.seq))
        .limit(longestBacklog + 1),
    );
    return rows.length > longestBacklog ? null : rows.map(toAnnouncement);
  }

  async function position(workspaceId: string): Promise<number> {
    const [row] = await db.tenant(floor(workspaceId), (tx) =>
      tx
        .select({ value: counters.value })
        .from(counters)
        .where(and(eq(counters.workspaceId, workspaceId), eq(counters.name, 'change'))),
    );
    return row?.value ?? 0;
  }

  function open(workspaceId: string): Room {
    const known = rooms.get(workspaceId);
    if (known) return known;
    const room: Room = { listeners: new Set(), last: null, queue: Promise.resolve() };
    rooms.set(workspaceId, room);
    return room;
  }

  return {
    since,
    subscribe: (workspaceId, listener) => {
      const room = open(workspaceId);
      room.listeners.add(listener);
      const ready = room.queue.then(async () => {
        room.last ??= await position(workspaceId);
        return room.last;
      });
      room.queue = ready.then(() => {}, onError);
      const close = () => {
        room.listeners.delete(listener);
        if (room.listeners.size === 0 && rooms.get(workspaceId) === room) rooms.delete(workspaceId);
      };
      return { ready, close };
    },
    close: async () => {
      if (poll) clearInterval(poll);
      rooms.clear();
      await source.close();
    },
  };
}
