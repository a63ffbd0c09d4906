import type { AppRouter } from '@beback/api';
import { wireError } from '@beback/api/user-message';
import { hashKey, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { adjustClock } from './clock.ts';
import { reportBackgroundError, reportError } from './errors/report-error.ts';
import { bearerHeaders } from './features/session/bearer.ts';

/** The typed client; a batch stays smaller than the server's connection pool. */
export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: (op) => op.type === 'subscription',
      true: httpSubscriptionLink({ url: '/trpc' }),
      false: httpBatchLink({
        url: '/trpc',
        maxItems: 4,
        maxURLLength: 4000,
        headers: bearerHeaders,
        fetch: fetchToTheEnd,
      }),
    }),
  ],
});

/**
 * One cache for the page. Live events say what is stale, so time alone rarely does; and nothing is queued while
 * offline: a move that quietly happens ten minutes later would surprise everybody.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => reportBackgroundError(error),
    onSuccess: (data, query) => {
      if (query.queryHash === hashKey(trpc.member.me.queryKey())) adjustClock((data as { now: string }).now);
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _variables, _result, mutation) => {
      if (mutation.meta?.shownInPlace) reportBackgroundError(error);
      else reportError(error);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5 * 60_000,
      networkMode: 'always',
      retry: (failures, error) => !wireError(error) && failures < 2,
      retryDelay: (attempt) => 400 * 2 ** attempt,
    },
    mutations: { networkMode: 'always' },
  },
});

/** Query and mutation options for every procedure: `useQuery(trpc.deal.get.queryOptions({ dealId }))`. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/**
 * A change that was shown at once must also arrive when the page is left at once, so the browser is asked to see it
 * through. It does that for small bodies only; a file to import may be cut off, and nobody was told it had arrived.
 */
function fetchToTheEnd(url: RequestInfo | URL | string, init?: RequestInit): Promise<Response> {
  const small = typeof init?.body === 'string' && init.body.length < 30_000;
  return fetch(url, { ...init, keepalive: small });
}
