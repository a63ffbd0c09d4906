import { useQuery } from '@tanstack/react-query';
import type { ListedReason } from '../../api.ts';
import { trpc } from '../../trpc.ts';

/** Why a deal can be lost at this dealership, in its order; hidden reasons too. Undefined until they are known. */
export function useLostReasons(): ListedReason[] | undefined {
  return useQuery(trpc.deal.lostReasons.queryOptions()).data?.items;
}

/** Gives the words for a stored reason. */
export function useLostReasonName(): (key: string) => string {
  const reasons = useLostReasons();
  return (key) => reasons?.find((reason) => reason.key === key)?.name ?? key.replaceAll('_', ' ');
}
