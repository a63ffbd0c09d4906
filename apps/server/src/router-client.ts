import { type AppRouter, appRouter, type Context } from '@beback/api';
import { createTRPCClient, localLink, type TRPCClient } from '@trpc/client';

/** The shared router as its clients see it, called in this process. */
export type RouterClient = TRPCClient<AppRouter>;

/** A client whose every call runs in the given context. */
export function routerClient(context: () => Context): RouterClient {
  return createTRPCClient<AppRouter>({
    links: [localLink({ router: appRouter, createContext: async () => context() })],
  });
}
