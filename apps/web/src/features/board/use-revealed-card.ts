import { useParams } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import type { Board } from '../../api.ts';
import { findCard } from './board.rules.ts';
import { cardElement } from './card-places.ts';
import { scrollToCard } from './column-scroll.ts';

const air = 12;

/**
 * Scrolls the board, once for each deal that opens over it, so far that its card stands beside the panel instead of under
 * it. Gives the deal that is open.
 */
export function useRevealedCard(root: RefObject<HTMLElement | null>, board: Board): string | undefined {
  const { deal: opened } = useParams({ strict: false });
  const revealed = useRef<string>(undefined);
  const there = Boolean(opened && findCard(board, opened));
  useEffect(() => {
    if (!opened) revealed.current = undefined;
    if (!opened || !there || revealed.current === opened) return;
    revealed.current = opened;
    if (!cardElement(opened)) scrollToCard(opened);
    // A card whose column had to scroll is drawn a moment later.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => reveal(root.current, opened)));
    return () => cancelAnimationFrame(frame);
  }, [root, opened, there]);
  return opened;
}

function reveal(board: HTMLElement | null, dealId: string): void {
  const card = cardElement(dealId)?.getBoundingClientRect();
  const panel = document.querySelector<HTMLElement>('aside[aria-label="Deal"]');
  if (!board || !card || !panel || panel.offsetLeft === 0) return;
  // Where the panel will stand, wherever its arrival is just now.
  const edge = board.getBoundingClientRect().left + panel.offsetLeft;
  const covered = card.right + air - edge;
  if (covered <= 0) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  board.scrollBy({ left: covered, behavior: calm ? 'instant' : 'smooth' });
}
