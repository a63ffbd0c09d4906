import { cardElement } from '../features/board/card-places.ts';
import { queryClient, trpc } from '../trpc.ts';
import type { LiveEvent } from './invalidation.rules.ts';

interface MoveEvent extends LiveEvent {
  memberId: string | null;
  door: string;
}

/** Where a card stood when word of its move arrived, who moved it, and through which door. */
export interface NoticedMove {
  from: DOMRect | null;
  memberId: string | null;
  door: string;
  refused?: boolean;
  at: number;
}

const fresh = 4000;
const noticed = new Map<string, NoticedMove>();

/** Remembers a card's place the moment its move is announced, before the board is read again. */
export function noticeMove(event: MoveEvent): void {
  if (!event.dealId || !movesCards(event.procedure) || isOwnDrag(event)) return;
  const from = cardElement(event.dealId)?.getBoundingClientRect() ?? null;
  noticed.set(event.dealId, { from, memberId: event.memberId, door: event.door, at: Date.now() });
}

/** Remembers where a card stands before a refused move is taken back, so that everybody sees it return. */
export function noticeRefusal(dealId: string): void {
  const from = cardElement(dealId)?.getBoundingClientRect() ?? null;
  noticed.set(dealId, { from, memberId: null, door: 'web', refused: true, at: Date.now() });
}

/** The recent move of a deal, if there was one; asking takes it, so that a card glides once. */
export function takeMove(dealId: string): NoticedMove | null {
  const move = noticed.get(dealId);
  noticed.delete(dealId);
  return move && Date.now() - move.at < fresh ? move : null;
}

function movesCards(procedure: string): boolean {
  return procedure === 'deal.move' || procedure === 'deal.create' || procedure === 'change.undo';
}

/** A card dragged on this page is already where it belongs. */
function isOwnDrag(event: MoveEvent): boolean {
  const me = queryClient.getQueryData(trpc.member.me.queryKey());
  return event.procedure === 'deal.move' && event.door === 'web' && event.memberId === me?.memberId;
}
