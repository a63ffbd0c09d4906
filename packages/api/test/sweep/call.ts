import { getUntypedClient } from '@trpc/client';
import { appRouter } from '../../src/index.ts';
import type { Api } from '../harness.ts';

// The router's own list is keyed by noun for the compiler and by path at run time.
const listed = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>;

/** Every procedure there is, by its path. */
export const procedures: { path: string; type: string }[] = Object.entries(listed).map(([path, procedure]) => ({
  path,
  type: procedure._def.type,
}));

/** The paths of what is answered once; a subscription is tested where it lives. */
export const callable: string[] = procedures.filter(({ type }) => type !== 'subscription').map(({ path }) => path);

/** Calls a procedure by its path with any input at all. */
export function call(api: Api, path: string, input: unknown): Promise<unknown> {
  const client = getUntypedClient(api);
  return listed[path]?._def.type === 'query' ? client.query(path, input) : client.mutation(path, input);
}
