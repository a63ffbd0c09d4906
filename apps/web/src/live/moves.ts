import type { LiveEvent } from './invalidation.rules.ts';

interface MoveEvent extends LiveEvent {
  memberId: string | null;
}

/** Where a card stood when word of its move arrived, and who moved it. */
export interface NoticedMove {
  from: DOMRect | null;
  memberId: string | null;
  at: number;
}

const fresh = 4000;
const noticed = new Map<string, NoticedMove>();
const cards = new Map<string, HTMLElement>();

/** Keeps track of the card elements on the screen, so that a move can start where the eye last saw the card. */
export function placeCard(dealId: string, element: HTMLElement): () => void {
  cards.set(dealId, element);
  return () => {
    if (cards.get(dealId) === element) cards.delete(dealId);
  };
}

/** Remembers a deal's place the moment its move is announced, before the board is read again. */
export function noticeMove(event: MoveEvent): void {
  if (!event.dealId || !movesCards(event.procedure)) return;
  const from = cards.get(event.dealId)?.getBoundingClientRect() ?? null;
  noticed.set(event.dealId, { from, memberId: event.memberId, at: Date.now() });
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
