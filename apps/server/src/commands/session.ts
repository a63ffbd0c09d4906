import { randomUUID } from 'node:crypto';
import { type Actor, jobs, type Services, startLive, toActor } from '@beback/api';
import { type Env, readEnv } from '@beback/config';
import { type Database, findEmbedded } from '@beback/db';
import { type Addresses, openDatabase, prepareDatabase } from '../database/open-database.ts';
import { localAddresses } from '../http/local-addresses.ts';
import { type Closing, createClosing } from '../process/closing.ts';
import { onStopSignal } from '../process/signals.ts';
import { StartFailure } from '../process/start-failure.ts';
import { type RouterClient, routerClient } from '../router-client.ts';
import { clockOf } from '../services.ts';

/** What a command works with, open for as long as it runs. */
export interface Session {
  env: Env;
  addresses: Addresses;
  db: Database;
  services: Services;
  closing: Closing;
  /** The shared router on behalf of a member. */
  clientOf(actor: Actor): RouterClient;
  /** Does the work that calls have put off, here and now. */
  runJobs(): Promise<void>;
}

/**
 * Opens the database (the running server's embedded one, one of its own for the time, or DATABASE_URL's), runs `work`
 * and closes it again. Throws what `work` throws, and StartFailure.
 */
export async function withSession<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const env = readEnv();
  const closing = createClosing();
  onStopSignal(closing.run);
  try {
    const addresses = await addressesOf(env, closing);
    const db = await openDatabase(addresses, closing);
    return await work(await createSession(env, addresses, db, closing));
  } finally {
    await closing.run();
  }
}

/** Where the database is. Starts the embedded one only when nobody else runs it. */
export async function addressesOf(env: Env, closing: Closing): Promise<Addresses> {
  const running = env.DATABASE_URL ? null : await findEmbedded(env.DATA_DIR);
  return running ?? prepareDatabase(env, closing);
}

async function createSession(env: Env, addresses: Addresses, db: Database, closing: Closing): Promise<Session> {
  const live = await startLive(db, () => {});
  closing.add(() => live.close());
  const waiting: { task: string; payload: Record<string, unknown> }[] = [];
  const silent = () => {};
  const services: Services = {
    db,
    live,
    clock: clockOf(env),
    log: { info: silent, warn: silent, error: silent },
    enqueue: async (task, payload) => void waiting.push({ task, payload }),
    signIn: { mode: 'local', demo: false },
    publicUrl: localAddresses(env, env.PORT).shown,
    repLine: env.TWILIO_REP_NUMBER,
  };
  return {
    env,
    addresses,
    db,
    services,
    closing,
    clientOf: (actor) => routerClient(() => ({ services, actor, door: 'api', requestId: randomUUID() })),
    runJobs: async () => {
      for (let job = waiting.shift(); job; job = waiting.shift()) await jobs[job.task]?.(job.payload, services);
    },
  };
}

/** The member with this e-mail address, in the named workspace if one is named. Throws StartFailure when there is none. */
export async function memberByEmail(db: Database, email: string, workspaceId?: string): Promise<Actor> {
  const row = await db.identity.byEmail(email.toLowerCase(), workspaceId);
  if (row && (workspaceId === undefined || row.workspaceId === workspaceId)) return toActor(row);
  const where = workspaceId === undefined ? '' : ` in the workspace ${workspaceId}`;
  throw new StartFailure(`Nobody with the address ${email} is a member${where}.`);
}
