import type { Clock } from '@beback/config';
import type { ActorRow, Database, Tx } from '@beback/db';
import type { Live } from './live/hub.ts';

/** The way a call came in. */
export type Door = 'web' | 'slack' | 'sms' | 'api' | 'job' | 'assistant';
export type Role = ActorRow['role'];

/** The member on whose behalf a call runs, and what they may see. */
export interface Actor extends ActorRow {
  sees: 'own' | 'floor';
}

/** Who is signed in, whether or not they belong to a dealership; known only where there is a session. */
export interface Person {
  userId: string;
  sessionId: string;
  /** Proved to be theirs. */
  email: string;
  name: string;
  twoFactor: boolean;
}

/** One of the places a person is signed in. */
export interface OpenSession {
  sessionId: string;
  /** The one that asks. */
  current: boolean;
  createdAt: string;
  lastSeenAt: string;
  /** The network address it was last or first seen from. */
  address: string | null;
  /** In words: "Chrome on Windows". */
  device: string;
}

/** The sessions of who asks, wherever sign-in keeps them. */
export interface Sessions {
  list(person: Person): Promise<OpenSession[]>;
  /** Gives false when it is not one of theirs, or over already. */
  end(person: Person, sessionId: string): Promise<boolean>;
  /** Ends all but the one that asks; gives how many. */
  endOthers(person: Person): Promise<number>;
}

/** A message from outside: done once, however often it is delivered. */
export interface Delivery {
  provider: string;
  externalId: string;
}

/** Ids, durations and codes only; never contents. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Puts a job into the queue; `key` makes a second identical one replace the first. With `tx`, only if that commits. */
export type Enqueue = (task: string, payload: Record<string, unknown>, key?: string, tx?: Tx) => Promise<void>;

/** What the process offers to every call. */
export interface Services {
  db: Database;
  clock: Clock;
  live: Live;
  log: Log;
  enqueue: Enqueue;
  /** What the sign-in page has to know. */
  signIn: { mode: 'local' | 'clerk'; demo: boolean; clerkPublishableKey?: string };
  /** Where people reach us, without a slash at the end: what links in mails begin with. */
  publicUrl: string;
  /** The number that reps text to, E.164. */
  repLine: string;
}

export interface Context {
  services: Services;
  actor: Actor | null;
  door: Door;
  requestId: string;
  /** Reads who is signed in, for calls that need no membership; absent where there is no session. */
  person?: () => Promise<Person | null>;
  /** Reads anew who the caller is, from the credential they came with; null when that has ended. Absent where there is none. */
  stillThere?: () => Promise<Actor | null>;
  /** The network address the call came from; absent for messages and jobs. */
  address?: string;
  delivery?: Delivery;
  /** Where the person is signed in; absent where nobody can be. */
  sessions?: Sessions;
  /** Lets a browser look at another of its person's workspaces; absent where there is no session. */
  switchWorkspace?: (workspaceId: string) => Promise<void>;
}

/** What a member sees, from their role and the workspace's rule. */
export function toActor(row: ActorRow): Actor {
  return { ...row, sees: row.role === 'rep' && !row.floorOpen ? 'own' : 'floor' };
}
