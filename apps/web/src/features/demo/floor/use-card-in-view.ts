import { useEffect } from 'react';
import type { Change } from '../../../api.ts';
import { cardElement } from '../../board/card-places.ts';
import { scrollToCard } from '../../board/column-scroll.ts';

const untilDrawn = 60;

/** Brings the card that something just happened to into view: in its column, and on a phone the column itself. */
export function useCardInView(latest: Change | null): void {
  useEffect(() => {
    if (!latest?.dealId) return;
    const { dealId } = latest;
    scrollToCard(dealId);
    const timer = setTimeout(
      () => cardElement(dealId)?.scrollIntoView({ block: 'nearest', inline: 'center' }),
      untilDrawn,
    );
    return () => clearTimeout(timer);
  }, [latest]);
}
