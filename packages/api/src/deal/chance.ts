import type { Tx } from '@beback/db';
import { changes, members } from '@beback/db/schema';
import { and, desc, eq, sql } from 'drizzle-orm';
import { type MemberRef, toMemberRef } from '../member/members.ts';

/** Who last said what a deal's chance is, instead of its stage; null when the stage says it, or nobody knows who did. */
export async function readChanceSetBy(tx: Tx, dealId: string): Promise<MemberRef | null> {
  const setsChance = sql`exists (select 1 from jsonb_array_elements(${changes.after}) image
    where image ->> 'id' = ${dealId} and image -> 'row' ->> 'probabilityOverride' is not null)`;
  const [member] = await tx
    .select({ id: members.id, name: members.name })
    .from(changes)
    .innerJoin(members, and(eq(members.workspaceId, changes.workspaceId), eq(members.id, changes.memberId)))
    .where(and(eq(changes.workspaceId, tx.scope.workspaceId), eq(changes.dealId, dealId), setsChance))
    .orderBy(desc(changes.seq))
    .limit(1);
  return member ? toMemberRef(member) : null;
}
