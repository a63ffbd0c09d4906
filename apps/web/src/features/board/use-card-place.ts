import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { type NoticedMove, takeMove } from '../../live/moves.ts';
import { placeCard } from './card-places.ts';
import { glide } from './glide.ts';

const shownFor = 2600;

/** Registers where a card stands; when it has just arrived from elsewhere, lets it glide and tells for a moment who moved it. */
export function useCardPlace(ref: RefObject<HTMLElement | null>, dealId: string): NoticedMove | null {
  const [move, setMove] = useState<NoticedMove | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const arrived = takeMove(dealId);
    if (arrived?.from) glide(element, arrived.from);
    if (arrived) setMove(arrived);
    return placeCard(dealId, element);
  }, [ref, dealId]);
  useEffect(() => {
    if (!move) return;
    const timer = setTimeout(() => setMove(null), shownFor);
    return () => clearTimeout(timer);
  }, [move]);
  return move;
}
