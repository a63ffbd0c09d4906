import { type RefObject, useEffect, useRef } from 'react';

/** Calls back shortly before an element comes into view, while there is something to wait for. Gives its ref. */
export function useReachedEnd(waiting: boolean, onEnd: () => void): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(onEnd);
  latest.current = onEnd;
  useEffect(() => {
    if (!waiting || !end.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [waiting]);
  return end;
}
