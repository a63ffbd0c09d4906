import type { members, workspaces } from '@beback/db/schema';
import type { z } from 'zod';
import { actorOf } from '../acting.ts';
import { record } from '../change/record.ts';
import type { Context, Person } from '../context.ts';
import { AppError } from '../errors.ts';
import { newId } from '../id.ts';
import { makeWorkspace } from './make-workspace.ts';
import { countryOf } from './region.rules.ts';
import type { CreateWorkspace } from './workspace-input.ts';

/** More dealerships than anybody opens in a day, and fewer than a script would. */
const perDay = { wanted: 1, most: 5, seconds: 86_400 };

type Founder = Pick<Context, 'services' | 'door' | 'address'> & { known: Person };

/** Makes a dealership whose owner is the person who asks. Throws TOO_MANY_REQUESTS after five in a day. */
export async function foundWorkspace(by: Founder, input: z.infer<typeof CreateWorkspace>): Promise<string> {
  const { db, clock } = by.services;
  const now = clock.now();
  const { granted } = await db.identity.takeShare(`workspace.create:${by.known.userId}`, perDay, now);
  if (granted === 0)
    throw new AppError('TOO_MANY_REQUESTS', 'That is enough new dealerships for one day. Try tomorrow.');
  const { ownerName, ...settings } = input;
  const own = { workspaceId: newId(), createdAt: now.toISOString() };
  const workspace = {
    ...own,
    ...settings,
    country: countryOf(input.timeZone),
  } satisfies typeof workspaces.$inferInsert;
  const { email } = by.known;
  const owner = {
    ...own,
    id: newId(),
    email,
    name: nameOf(by.known, ownerName),
    role: 'owner',
  } satisfies typeof members.$inferInsert;
  await db.tenant({ workspaceId: own.workspaceId, memberId: null, sees: 'floor' }, async (tx) => {
    await makeWorkspace(tx, { workspace, people: [owner] });
    const actor = actorOf(owner, { ...workspace, floorOpen: false, demo: false, requireTwoFactor: false });
    const subject = { type: 'workspace', id: own.workspaceId };
    await record(
      tx,
      { ...by, actor, procedure: 'workspace.create' },
      { subject, summary: `opened ${input.name}`, images: [] },
    );
  });
  return own.workspaceId;
}

function nameOf(person: Person, given: string | undefined): string {
  return given || person.name.trim().slice(0, 100) || (person.email.split('@')[0] ?? person.email);
}
