import { useEffect } from 'react';

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/**
 * A long list by keyboard: J and K or the arrows walk over its rows, Enter opens (each row is a link), / goes to the search
 * field of the page, and the arrow down leads from there into the list. `label` is the list's.
 */
export function useListKeys(label: string): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      const searching = event.target instanceof Element && event.target.matches('main input[type=search]');
      if (isTyping(event.target) && !(searching && event.key === 'ArrowDown')) return;
      const done = event.key === '/' ? focusSearch() : walk(label, steps[event.key]);
      if (done) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [label]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null;
}

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  field?.focus();
  field?.select();
  return field !== null;
}

function walk(label: string, step: number | undefined): boolean {
  const list = document.querySelector(`section[aria-label="${CSS.escape(label)}"]`);
  if (!step || !list) return false;
  const here = document.activeElement?.closest('li[aria-posinset]');
  const rows = [...list.querySelectorAll<HTMLElement>('li[aria-posinset]')];
  const next = here && list.contains(here) ? rows[rows.indexOf(here as HTMLElement) + step] : firstInView(list, rows);
  next?.querySelector<HTMLElement>('a, button')?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

/** Rows above and below what can be seen are drawn as well. */
function firstInView(list: Element, rows: HTMLElement[]): HTMLElement | undefined {
  const { top } = list.getBoundingClientRect();
  return rows.find((row) => row.getBoundingClientRect().top >= top - 1);
}
