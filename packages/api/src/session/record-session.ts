import { createHash } from 'node:crypto';
import { scopeOf } from '../acting.ts';
import { record } from '../change/record.ts';
import { type Actor, type Delivery, type Door, type Services, toActor } from '../context.ts';
import { once } from '../inbound/once.ts';

/** Somebody signed in, failed to, or ended a session. */
interface Coming {
  kind: 'start' | 'fail' | 'end';
  email: string;
  /** The network address it came from. */
  address?: string;
  door: Door;
  /** What reported it from outside, where something did. */
  delivery?: Delivery;
}

const summaries = { start: 'signed in', fail: 'failed to sign in', end: 'ended a session' } as const;
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
  const by = { actor, services, door, address, procedure: `session.${kind}` };
  // A session is not the dealership's, and has no id there: the row is about whose it was.
  const draft = { subject: { type: 'session', id: actor.memberId }, summary: summaries[kind], images: [] };
  return services.db.tenant(scopeOf(actor), (tx) =>
    delivery ? once(tx, delivery, services.clock.now(), () => record(tx, by, draft)) : record(tx, by, draft),
  );
}
