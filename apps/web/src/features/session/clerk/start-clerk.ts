import { bringTokens } from '../bearer.ts';
import type { LoadedClerk } from './load-clerk.ts';

let starting: Promise<LoadedClerk> | null = null;

/** Starts Clerk once for this page; from then on calls carry its tokens. Throws when Clerk does not answer; may be repeated. */
export function startClerk(publishableKey: string): Promise<LoadedClerk> {
  starting ??= start(publishableKey).catch((error: unknown) => {
    starting = null;
    throw error;
  });
  return starting;
}

async function start(publishableKey: string): Promise<LoadedClerk> {
  const { loadClerk } = await import('./load-clerk.ts');
  const clerk = await loadClerk(publishableKey);
  bringTokens(async () => (await clerk.session?.getToken()) ?? null);
  return clerk;
}
