import { useSuspenseQuery } from '@tanstack/react-query';
import type { Me } from '../../api.ts';
import { trpc } from '../../trpc.ts';

/** Who is signed in, with the workspace; always known inside the shell, which loads it first. */
export function useMe(): Me {
  return useSuspenseQuery(trpc.member.me.queryOptions()).data;
}

/** Whether this member may change anything at all. */
export function useMayWrite(): boolean {
  return useMe().role !== 'read_only';
}
