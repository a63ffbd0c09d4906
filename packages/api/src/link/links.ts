import { createHash } from 'node:crypto';
import type { Tx } from '@beback/db';
import { members } from '@beback/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { record } from '../change/record.ts';
import type { Door, Services } from '../context.ts';
import { retried } from '../retried.ts';

/** The columns of a member that say who they are at a door. */
type Link =
  | { phone: string | null; phoneSeenAt: string | null }
  | { slackTeamId: string | null; slackUserId: string | null };

type Member = { workspaceId: string; memberId: string };

/** The form in which codes are kept. */
export function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** Writes a link to an active member; gives the row, or undefined when they have left. */
export async function setLink(tx: Tx, memberId: string, link: Link) {
  const [row] = await tx
    .update(members)
    .set({ ...link, version: sql`${members.version} + 1` })
    .where(and(eq(members.workspaceId, tx.scope.workspaceId), eq(members.id, memberId), eq(members.active, true)))
    .returning();
  return row;
}

interface Move {
  /** Who has it so far. */
  holder(): Promise<Member | null>;
  /** Who shall have it. */
  next: Member;
  cleared: Link;
  /** "phone ending 0101": what the record of the former holder's dealership calls it. */
  what: string;
  door: Door;
}

/**
 * Takes something only one member can have, in whatever dealership, from who has it, then lets `take` give it to the next.
 * Each dealership records its part, and neither learns of the other. Begins again when somebody was faster.
 */
export function moveLink<T>(services: Services, move: Move, take: () => Promise<T>): Promise<T> {
  const work = async () => {
    const holder = await move.holder();
    if (holder && holder.memberId !== move.next.memberId) await release(services, holder, move);
    return take();
  };
  return retried(work, 3, ['23505', '40001', '40P01']);
}

function release(services: Services, { workspaceId, memberId }: Member, { cleared, what, door }: Move): Promise<void> {
  const by = { services, actor: { memberId: null, keyId: null }, door, procedure: 'link.unlink', address: undefined };
  return services.db.tenant({ workspaceId, memberId: null, sees: 'floor' }, async (tx) => {
    const row = await setLink(tx, memberId, cleared);
    if (!row) return;
    const summary = `unlinked ${row.name}’s ${what}: somebody else has proved that it is theirs`;
    await record(tx, by, { subject: { type: 'member', id: memberId }, summary, images: [] });
  });
}
