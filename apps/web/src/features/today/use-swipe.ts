import { type TouchEvent, useRef, useState } from 'react';

/** How far a thumb goes before letting go does something. */
const enough = 88;
/** A swipe that begins at the edge of the screen is the phone's own: it goes back. */
const edge = 24;

interface Swipes {
  onRight: (() => void) | undefined;
  onLeft: (() => void) | undefined;
}

/** A line that follows the thumb sideways: to the right does the first thing, to the left the second. Scrolling stays scrolling. */
export function useSwipe({ onRight, onLeft }: Swipes) {
  const start = useRef<{ x: number; y: number } | null>(null);
  const [shift, setShift] = useState(0);
  const onTouchStart = ({ touches: { 0: touch } }: TouchEvent) => {
    const inside = touch && touch.clientX > edge && touch.clientX < window.innerWidth - edge;
    start.current = inside ? { x: touch.clientX, y: touch.clientY } : null;
  };
  const onTouchMove = ({ touches: { 0: touch } }: TouchEvent) => {
    if (!touch || !start.current) return;
    const [x, y] = [touch.clientX - start.current.x, touch.clientY - start.current.y];
    if (shift === 0 && Math.abs(y) > Math.abs(x)) start.current = null;
    else if (Math.abs(x) > 12 && (x > 0 ? onRight : onLeft)) setShift(Math.max(-160, Math.min(160, x)));
  };
  const onTouchEnd = () => {
    if (shift > enough) onRight?.();
    if (shift < -enough) onLeft?.();
    start.current = null;
    setShift(0);
  };
  return {
    shift,
    armed: Math.abs(shift) > enough,
    handlers: { onTouchStart, onTouchMove, onTouchEnd, onTouchCancel: () => setShift(0) },
  };
}
