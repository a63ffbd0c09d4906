import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../trpc.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';

/** Changes facts of a deal in place: shown at once, taken back when refused, undone from the toast. */
export function useUpdateDeal(dealId: string) {
  const key = trpc.deal.get.queryKey({ dealId });
  return useMutation(
    trpc.deal.update.mutationOptions({
      onMutate: async ({ dealId: _dealId, version: _version, ...set }) => {
        await queryClient.cancelQueries({ queryKey: key });
        const before = queryClient.getQueryData(key);
        const { probability, ...facts } = set;
        const shown = probability === undefined || probability === null ? facts : { ...facts, probability };
        queryClient.setQueryData(key, (deal) => deal && { ...deal, ...shown });
        return before;
      },
      onError: (_error, _input, before) => queryClient.setQueryData(key, before),
      onSuccess: (saved) => offerUndo('Saved', saved.changeId),
      onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
    }),
  );
}
