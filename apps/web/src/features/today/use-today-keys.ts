import { useEffect, useRef } from 'react';
import type { EntryAction, TodayEntry } from './today-entry.ts';

interface Keys {
  entries: readonly TodayEntry[];
  act: (entry: TodayEntry, action: EntryAction) => void;
  reschedule: (entry: TodayEntry) => void;
}

/**
 * Today by keyboard: J and K or the arrows walk over the lines, Enter opens (each line is a link), a letter does what the
 * line offers. When a line is done with, the focus goes to the one that took its place.
 */
export function useTodayKeys({ entries, act, reschedule }: Keys): void {
  const place = useRef(-1);
  const ids = entries.map(({ id }) => id).join();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || isElsewhere(event.target)) return;
      const at = entries.findIndex(({ id }) => id === focusedEntry());
      const step = steps[event.key];
      if (step) focusEntry(entries[Math.max(0, Math.min(entries.length - 1, at + step))]?.id);
      else if (!doWhat(entries[at], event.key.toLowerCase(), { act, reschedule })) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [entries, act, reschedule]);
  useEffect(() => {
    const known = ids.split(',');
    if (place.current >= 0 && document.activeElement === document.body)
      focusEntry(known[Math.min(place.current, known.length - 1)]);
    const remember = () => {
      place.current = known.indexOf(focusedEntry() ?? '');
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [ids]);
}

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function doWhat(entry: TodayEntry | undefined, key: string, { act, reschedule }: Omit<Keys, 'entries'>): boolean {
  if (!entry) return false;
  if (key === 'r' && entry.appointment) {
    reschedule(entry);
    return true;
  }
  const action = entry.actions.find((offered) => offered.key === key);
  if (action) act(entry, action);
  return action !== undefined;
}

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null;
}

function focusedEntry(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset.entry ?? null;
}

function focusEntry(id: string | undefined): void {
  if (!id) return;
  const line = document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`);
  line?.querySelector<HTMLElement>('a, button')?.focus();
  line?.scrollIntoView({ block: 'nearest' });
}
