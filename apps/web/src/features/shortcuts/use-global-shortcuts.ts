import { useNavigate } from '@tanstack/react-router';
import { leaps } from './all-shortcuts.ts';
import { useShortcuts } from './use-shortcuts.ts';

interface Openers {
  /** Opens the sheet of all keys. */
  keys: () => void;
  /** Opens the command palette, where a page has nothing to search by itself. */
  search: () => void;
}

/** The keys that work everywhere: two letters to a place, the sheet, the page's own search. */
export function useGlobalShortcuts({ keys, search }: Openers): void {
  const navigate = useNavigate();
  const places = leaps.map(([key, to]) => [`g ${key}`, () => void navigate({ to })] as const);
  useShortcuts({
    ...Object.fromEntries(places),
    '?': keys,
    '/': () => {
      const field = document.querySelector<HTMLInputElement>('#content input[type="search"], #content search input');
      if (field) field.focus();
      else search();
    },
  });
}
