import type { Tx } from '@beback/db';
import { deals, members } from '@beback/db/schema';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { readCards } from '../deal/cards.ts';
import { type MemberRef, toMemberRef } from '../member/members.ts';

const mostUnassigned = 20;

/** The reps of whom nothing was logged since the day began: no call, no visit, nothing. */
export async function readSilentReps(tx: Tx, from: string): Promise<MemberRef[]> {
  const rows = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, tx.scope.workspaceId),
        eq(members.role, 'rep'),
        eq(members.active, true),
        isNull(members.archivedAt),
        sql`not exists (select 1 from activities a where a.workspace_id = ${members.workspaceId}
          and a.member_id = ${members.id} and a.archived_at is null and a.occurred_at >= ${from})`,
        sql`not exists (select 1 from visits v where v.workspace_id = ${members.workspaceId}
          and v.member_id = ${members.id} and v.archived_at is null and v.arrived_at >= ${from})`,
      ),
    )
    .orderBy(asc(members.name));
  return rows.map(toMemberRef);
}

/** The open deals that nobody has taken, the longest waiting first. */
export async function readUnassigned(tx: Tx) {
  const { cards } = await readCards(tx, {
    where: and(isNull(deals.closedAt), isNull(deals.ownerId)),
    orderBy: [asc(deals.createdAt), asc(deals.id)],
    limit: mostUnassigned,
  });
  return cards;
}
