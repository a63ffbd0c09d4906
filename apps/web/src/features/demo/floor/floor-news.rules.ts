import type { Change } from '../../../api.ts';

/** What happened on the floor since the page was opened. */
export interface FloorNews {
  /** Up to which change we know; null before the first reading. */
  seq: number | null;
  latest: Change | null;
  texted: boolean;
  slacked: boolean;
}

export const noNews: FloorNews = { seq: null, latest: null, texted: false, slacked: false };

/** Takes in the newest changes (newest first); what was there when the page opened is no news. */
export function takeNews(before: FloorNews, changes: readonly Change[]): FloorNews {
  const seq = changes[0]?.seq ?? 0;
  if (before.seq === null) return { ...before, seq };
  const known = before.seq;
  const fresh = changes.filter((change) => change.seq > known);
  if (fresh.length === 0) return before;
  return {
    seq,
    // One message may lead to several changes; the one that moves a deal says the most.
    latest: fresh.find(({ toStage }) => toStage) ?? fresh[0] ?? null,
    texted: before.texted || fresh.some(({ door }) => door === 'sms'),
    slacked: before.slacked || fresh.some(({ door }) => door === 'slack'),
  };
}
