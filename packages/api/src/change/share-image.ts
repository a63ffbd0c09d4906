import type { Tx } from '@beback/db';
import { dealShares, type RowImage } from '@beback/db/schema';
import { and, eq } from 'drizzle-orm';
import { setShare } from '../deal/shares.ts';
import type { Image } from './images.ts';

/** A share has no id or version of its own: its image names the deal and the member, and null is no share. */
export const shareTable = 'dealShares';

interface Share {
  dealId: string;
  memberId: string;
}

/** The image of somebody's part in a deal: how much it was and how much it is. */
export function shareImage(share: Share, before: number | null, after: number | null): Image {
  const image = (creditPercent: number | null): RowImage => ({
    table: shareTable,
    id: share.dealId,
    version: null,
    row: { memberId: share.memberId, creditPercent },
  });
  return { before: image(before), after: image(after) };
}

/** Puts a share back as it was; null when it is not as the change left it. */
export async function restoreShare(tx: Tx, before: RowImage, after: RowImage, now: Date): Promise<Image | null> {
  const share = { dealId: after.id, memberId: String(after.row?.memberId) };
  const creditOf = (image: RowImage) => (typeof image.row?.creditPercent === 'number' ? image.row.creditPercent : null);
  if ((await readShare(tx, share)) !== creditOf(after)) return null;
  await setShare(tx, { ...share, creditPercent: creditOf(before) }, now);
  return shareImage(share, creditOf(after), creditOf(before));
}

/** How much of a deal is somebody's; null when it is not shared with them. */
export async function readShare(tx: Tx, { dealId, memberId }: Share): Promise<number | null> {
  const [row] = await tx
    .select({ creditPercent: dealShares.creditPercent })
    .from(dealShares)
    .where(
      and(
        eq(dealShares.workspaceId, tx.scope.workspaceId),
        eq(dealShares.dealId, dealId),
        eq(dealShares.memberId, memberId),
      ),
    );
  return row?.creditPercent ?? null;
}
