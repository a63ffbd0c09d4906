import { lazy } from 'react';
import { queryClient, trpc } from '../../trpc.ts';

// Dialogs are fetched when somebody takes hold of a card: the board itself should not wait for them.
const loadLost = () => import('./lost-dialog.tsx');
const loadSold = () => import('./sold-dialog.tsx');
const loadMenu = () => import('./stage-menu.tsx');

export const LostDialog = lazy(async () => ({ default: (await loadLost()).LostDialog }));
export const SoldDialog = lazy(async () => ({ default: (await loadSold()).SoldDialog }));
export const StageMenu = lazy(async () => ({ default: (await loadMenu()).StageMenu }));

/** Fetches the dialogs ahead of their use; asking again costs nothing. */
export function preloadDialogs(): void {
  void Promise.all([loadLost(), loadSold(), loadMenu()]).catch(() => {});
  void queryClient.prefetchQuery(trpc.deal.lostReasons.queryOptions());
}
