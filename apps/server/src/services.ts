import { type Services, startLive } from '@beback/api';
import { type Clock, createClock, type Env } from '@beback/config';
import type { Database } from '@beback/db';
import type { Logger } from 'pino';
import type { Queue } from './jobs/queue.ts';
import { errorFields } from './log.ts';
import type { Closing } from './process/closing.ts';

interface Given {
  db: Database;
  clock: Clock;
  log: Logger;
  queue: Pick<Queue, 'enqueue'>;
  demo: boolean;
  /** Where Clerk signs people in. */
  clerkPublishableKey: string | undefined;
  publicUrl: string;
  repLine: string;
}

/** What every call is offered: one per process. */
export async function createServices(
  { db, clock, log, queue, demo, publicUrl, repLine, clerkPublishableKey }: Given,
  closing: Closing,
): Promise<Services> {
  const live = await startLive(db, (error) => log.error(errorFields(error), 'live updates stumbled'));
  closing.add(() => live.close());
  return {
    db,
    clock,
    live,
    enqueue: queue.enqueue,
    signIn: {
      mode: clerkPublishableKey ? 'clerk' : 'local',
      demo,
      ...(clerkPublishableKey && { clerkPublishableKey }),
    },
    publicUrl,
    repLine,
    log: {
      info: (fields, message) => log.info(fields, message),
      warn: (fields, message) => log.warn(fields, message),
      error: (fields, message) => log.error(fields, message),
    },
  };
}

/** Business time: the machine's, or what CLOCK_START says. */
export function clockOf(env: Env): Clock {
  return createClock(env.CLOCK_START);
}

/** Whether this is the demo dealership: its people are there, no real mail goes out, and nobody else signs people in. */
export async function isDemo(env: Env, db: Database): Promise<boolean> {
  const ownPeople = env.RESEND_API_KEY ?? env.CLERK_SECRET_KEY;
  return ownPeople === undefined && (await db.identity.demoPeople()).length > 0;
}
