import { type RefObject, useLayoutEffect } from 'react';
import { type CardNews, cardNews, useCardNews } from '../../live/card-news.ts';
import { placeCard } from './card-places.ts';
import { glide } from './glide.ts';

/** Registers where a card stands; one that has just come from another stage glides in. Gives what just happened to it. */
export function useCardPlace(ref: RefObject<HTMLElement | null>, dealId: string, stageId: string): CardNews | null {
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const from = cardNews(dealId)?.from;
    if (from && from.stageId !== stageId) glide(element, from.rect);
    return placeCard(dealId, element);
  }, [ref, dealId, stageId]);
  return useCardNews(dealId);
}
