import type { Clock } from '@beback/config';
import { type MadeDeal, makeContact, makeDeal, makeWorkspace, testDatabase } from '@beback/db/test';
import { createTRPCClient, localLink, type TRPCClient, TRPCClientError } from '@trpc/client';
import type { Door, Live, Person, Services, Sessions } from '../src/index.ts';
import { type AppRouter, appRouter, toActor } from '../src/index.ts';
import { wireError } from '../src/user-message.ts';

/** One database for the test file that imports this. */
export const database = await testDatabase();

export type Api = TRPCClient<AppRouter>;

/** Nobody listens: what a client hears is tested with the hub itself. */
const silent: Live = {
  subscribe: () => ({ ready: Promise.resolve(0), close: () => {} }),
  since: () => Promise.resolve([]),
  close: () => Promise.resolve(),
};

/** A clock that stands still until it is set: Monday, 9:00 in Chicago. */
export class FixedClock implements Clock {
  at = '2026-03-02T15:00:00.000Z';
  now(): Date {
    return new Date(this.at);
  }
}

/** What a process offers, with the file's database and a clock that stands still. */
export function makeServices(clock: Clock = new FixedClock()) {
  const faults: Record<string, unknown>[] = [];
  const jobs: { task: string; payload: Record<string, unknown> }[] = [];
  const services: Services = {
    db: database.db,
    clock,
    live: silent,
    log: { info: () => {}, warn: () => {}, error: (fields) => faults.push(fields) },
    enqueue: async (task, payload) => {
      jobs.push({ task, payload });
    },
    signIn: { mode: 'local', demo: false },
    publicUrl: 'https://beback.example',
    repLine: '+12145550100',
  };
  return { services, faults, jobs };
}

/** Who calls: the person with this e-mail address, in this workspace; nobody when there is no address. */
export interface Caller {
  email: string | null;
  workspaceId?: string;
  door?: Door;
  delivery?: string;
  switchWorkspace?: (workspaceId: string) => Promise<void>;
  /** Signed in with a session, which a person without a dealership needs to be known. */
  person?: { name?: string; userId?: string };
  /** Whether the session has shown a second factor; null, as for a key, when nothing is said. */
  twoFactor?: boolean;
  /** Came with an API key instead of a session. */
  key?: { keyId: string; keyScope: 'read' | 'write' };
  /** Whether what they came with still works; asked while they listen. */
  stillThere?: () => boolean;
}

/** Everybody is signed in at one other place. */
export const otherSession = {
  sessionId: 'elsewhere',
  current: false,
  createdAt: '2026-03-01T15:00:00.000Z',
  lastSeenAt: '2026-03-01T15:00:00.000Z',
  address: '192.0.2.7',
  device: 'Chrome on Windows',
};
const oneOther: Sessions = {
  list: async () => [otherSession],
  end: async (_person, sessionId) => sessionId === otherSession.sessionId,
  endOthers: async () => 1,
};

/** A client that speaks to the router in process, as the bot and the jobs do; roles are read anew for every call. */
export function apiFor(services: Services, caller: Caller): Api {
  const { email, workspaceId, door = 'web', delivery, switchWorkspace, person, twoFactor = null } = caller;
  const known: Person | null = email
    ? {
        userId: `user ${email}`,
        sessionId: `session ${email}`,
        name: '',
        ...person,
        email,
        twoFactor: twoFactor ?? false,
      }
    : null;
  const read = async () => {
    const row = email === null ? null : await services.db.identity.byEmail(email, workspaceId);
    return row && toActor({ ...row, twoFactor, ...caller.key });
  };
  const createContext = async () => {
    return {
      services,
      actor: await read(),
      stillThere: async () => (caller.stillThere?.() === false ? null : read()),
      door,
      requestId: 'test',
      delivery: delivery === undefined ? undefined : { provider: 'test', externalId: delivery },
      switchWorkspace,
      person: async () => known,
      sessions: oneOther,
    };
  };
  return createTRPCClient<AppRouter>({ links: [localLink({ router: appRouter, createContext })] });
}

/** A dealership with its people as clients, and one deal each for Ana (Maria Lopez) and Ben (John O'Brien). */
export async function makeStore(given: { name?: string; floorOpen?: boolean } = {}) {
  const { owner } = database;
  const workspace = await makeWorkspace(owner, given);
  const { workspaceId, members } = workspace;
  const clock = new FixedClock();
  const { services, faults, jobs } = makeServices(clock);
  const rows = await owner`select id, email from members where workspace_id = ${workspaceId}`;
  const emails = new Map<string, string>(rows.map((row) => [row.id, row.email]));
  const as = (memberId: string, more: Omit<Caller, 'email' | 'workspaceId'> = {}) =>
    apiFor(services, { email: emails.get(memberId) ?? null, workspaceId, ...more });
  const dealFor = async (ownerId: string, name: string): Promise<MadeDeal> =>
    makeDeal(owner, workspace, { ownerId, contactId: await makeContact(owner, workspaceId, { name }) });
  return {
    ...workspace,
    clock,
    services,
    faults,
    jobs,
    as,
    emailOf: (memberId: string) => emails.get(memberId) ?? '',
    boss: as(members.owner),
    manager: as(members.manager),
    ana: as(members.rep),
    ben: as(members.otherRep),
    reader: as(members.readOnly),
    deals: { ana: await dealFor(members.rep, 'Maria Lopez'), ben: await dealFor(members.otherRep, "John O'Brien") },
  };
}

export type Store = Awaited<ReturnType<typeof makeStore>>;

/** What a call was refused with, or null when it was not. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: string; reason: string | null; message: string; fields: Record<string, string> | null } | null> {
  try {
    await call;
    return null;
  } catch (error) {
    const wire = wireError(error);
    if (!(error instanceof TRPCClientError) || !wire) throw error;
    return { code: wire.code, reason: wire.reason, message: error.message, fields: wire.fields };
  }
}
