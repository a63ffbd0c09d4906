import type { Tx } from '@beback/db';
import { dealShares, deals, members } from '@beback/db/schema';
import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { type MemberRef, toMemberRef } from '../member/members.ts';

/** A rep who was shown a deal, and how much of it counts as theirs; its owner has the rest. */
export interface DealShare extends MemberRef {
  creditPercent: number;
}

/** With whom a deal is shared, by name. A share of who has become its owner since is none. */
export async function listShares(tx: Tx, dealId: string): Promise<DealShare[]> {
  const { workspaceId } = tx.scope;
  const rows = await tx
    .select({ id: members.id, name: members.name, creditPercent: dealShares.creditPercent })
    .from(dealShares)
    .innerJoin(members, and(eq(members.workspaceId, dealShares.workspaceId), eq(members.id, dealShares.memberId)))
    .innerJoin(deals, and(eq(deals.workspaceId, dealShares.workspaceId), eq(deals.id, dealShares.dealId)))
    .where(
      and(
        eq(dealShares.workspaceId, workspaceId),
        eq(dealShares.dealId, dealId),
        or(isNull(deals.ownerId), ne(deals.ownerId, dealShares.memberId)),
      ),
    )
    .orderBy(asc(members.name), asc(members.id));
  return rows.map(({ creditPercent, ...member }) => ({ ...toMemberRef(member), creditPercent }));
}

/** Who sees a deal beside the floor, by name. */
export async function listViewers(tx: Tx, dealId: string): Promise<MemberRef[]> {
  const { workspaceId } = tx.scope;
  const rows = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .innerJoin(
      deals,
      and(
        eq(deals.workspaceId, members.workspaceId),
        eq(deals.id, dealId),
        sql`${members.id} = any (${deals.visibleTo})`,
      ),
    )
    .where(and(eq(members.workspaceId, workspaceId), eq(members.active, true)))
    .orderBy(asc(members.name));
  return rows.map(toMemberRef);
}

/** Sets how much of a deal is somebody's, or, with null, takes it from them. */
export async function setShare(
  tx: Tx,
  { dealId, memberId, creditPercent }: { dealId: string; memberId: string; creditPercent: number | null },
  now: Date,
): Promise<void> {
  const { workspaceId } = tx.scope;
  const theirs = and(eq(dealShares.dealId, dealId), eq(dealShares.memberId, memberId));
  await tx.delete(dealShares).where(and(eq(dealShares.workspaceId, workspaceId), theirs));
  if (creditPercent === null) return;
  const createdAt = now.toISOString();
  await tx.insert(dealShares).values({ workspaceId, dealId, memberId, creditPercent, createdAt });
}
