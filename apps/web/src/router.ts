import { createRouter } from '@tanstack/react-router';
import { RouteError } from './errors/route-error.tsx';
import { RouteNotFound } from './errors/route-not-found.tsx';
import { routeTree } from './route-tree.gen.ts';

/** The page's router; a route shows its own bones while it loads, never a spinner over what was there. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultPendingMs: 200,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: RouteNotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
