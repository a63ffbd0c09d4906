import { createHash } from 'node:crypto';
import { scopeOf } from '../acting.ts';
import { record } from '../change/record.ts';
import { type Actor, type Delivery, type Door, type Services, toActor } from '../context.ts';
import { once } from '../inbound/once.ts';

/** Somebody signed in, failed to, ended a session, or turned their second factor on or off, which ends all of them. */
interface Coming {
  kind: keyof typeof told;
  email: string;
  /** The network address it came from. */
  address?: string;
  door: Door;
  /** What reported it from outside, where something did. */
  delivery?: Delivery;
}

const told = {
  start: { procedure: 'session.start', summary: 'signed in' },
  fail: { procedure: 'session.fail', summary: 'failed to sign in' },
  end: { procedure: 'session.end', summary: 'ended a session' },
  secured: { procedure: 'session.end', summary: 'turned the second factor on; former sessions ended' },
  unsecured: { procedure: 'session.end', summary: 'turned the second factor off; former sessions ended' },
} as const;
/** Failures that are written down for each address and hour: beyond, they say nothing new. */
const failures = { wanted: 1, most: 10, seconds: 3_600 };

/**
 * Writes who came and went into the audit log of every dealership they belong to. What concerns nobody's address is only
 * logged. Takes its time, so nobody's answer waits for it; throws what the database throws.
 */
export async function recordSession(services: Services, coming: Coming): Promise<void> {
  const { identity } = services.db;
  if (coming.kind === 'fail' && !(await worthTelling(services, coming.email))) return;
  const places = await identity.workspacesOf(coming.email);
  if (places.length === 0) services.log.info({ kind: coming.kind }, 'a session of nobody’s');
  for (const { workspaceId } of places) {
    const row = await identity.byEmail(coming.email, workspaceId);
    if (row?.workspaceId === workspaceId) await write(services, toActor(row), coming);
  }
}

async function worthTelling({ db, clock }: Services, email: string): Promise<boolean> {
  const key = `failed-sign-in/${createHash('sha256').update(email).digest('base64url')}`;
  return (await db.identity.takeShare(key, failures, clock.now())).granted > 0;
}

function write(services: Services, actor: Actor, { kind, door, address, delivery }: Coming): Promise<unknown> {
  const { procedure, summary } = told[kind];
  const by = { actor, services, door, address, procedure };
  // A session is not the dealership's, and has no id there: the row is about whose it was.
  const draft = { subject: { type: 'session', id: actor.memberId }, summary, images: [] };
  return services.db.tenant(scopeOf(actor), (tx) =>
    delivery ? once(tx, delivery, services.clock.now(), () => record(tx, by, draft)) : record(tx, by, draft),
  );
}
