import { useSyncExternalStore } from 'react';
import { cardElement } from '../features/board/card-places.ts';
import { queryClient, trpc } from '../trpc.ts';
import type { LiveEvent } from './invalidation.rules.ts';

interface CardEvent extends LiveEvent {
  memberId: string | null;
  door: string;
}

/** What just happened to a deal that is on the board: who did it, through which door, and where its card stood. */
export interface CardNews {
  memberId: string | null;
  door: string;
  from: { rect: DOMRect; stageId: string | undefined } | null;
  refused: boolean;
}

const shownFor = 3000;
const news = new Map<string, CardNews>();
const listeners = new Set<(dealId: string) => void>();

/** Notes that somebody touched a deal, the moment it is announced: before the board is read again, its card still stands where it stood. */
export function noticeCard(event: CardEvent): void {
  if (!event.dealId || isOwn(event)) return;
  keep(event.dealId, { memberId: event.memberId, door: event.door, from: placeOf(event.dealId), refused: false });
}

/** Notes where a card stands before a refused move is taken back, so that everybody sees it return. */
export function noticeRefusal(dealId: string): void {
  keep(dealId, { memberId: null, door: 'web', from: placeOf(dealId), refused: true });
}

/** The news of a deal while they are new. */
export function useCardNews(dealId: string): CardNews | null {
  return useSyncExternalStore(onCardNews, () => news.get(dealId) ?? null);
}

/** The news of a deal at this moment. */
export function cardNews(dealId: string): CardNews | null {
  return news.get(dealId) ?? null;
}

/** Hears of every touched deal; gives a function that stops it. */
export function onCardNews(listener: (dealId: string) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keep(dealId: string, latest: CardNews): void {
  news.set(dealId, latest);
  tell(dealId);
  setTimeout(() => {
    if (news.get(dealId) !== latest) return;
    news.delete(dealId);
    tell(dealId);
  }, shownFor);
}

function tell(dealId: string): void {
  for (const listener of listeners) listener(dealId);
}

function placeOf(dealId: string): CardNews['from'] {
  const element = cardElement(dealId);
  return element ? { rect: element.getBoundingClientRect(), stageId: element.dataset.stage } : null;
}

/** What one did on this page is seen already; an undo is not, it comes back from the server. */
function isOwn(event: CardEvent): boolean {
  const me = queryClient.getQueryData(trpc.member.me.queryKey());
  return event.door === 'web' && event.memberId === me?.memberId && event.procedure !== 'change.undo';
}
