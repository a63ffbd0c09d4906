import { type RefObject, useEffect, useRef } from 'react';

/** Keeps the end of a conversation in sight whenever `grown` changes. */
export function useFollowEnd<Element extends HTMLElement>(grown: string): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (grown) ref.current?.scrollTo({ top: ref.current.scrollHeight, behavior: still ? 'auto' : 'smooth' });
  }, [grown]);
  return ref;
}
