import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../trpc.ts';
import { announce } from '../../ui/announce.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';

/** Puts the stages into another order, shown at once; a refusal brings the old one back. */
export function useReorder() {
  const key = trpc.stage.list.queryKey();
  return useMutation(
    trpc.stage.reorder.mutationOptions({
      scope: { id: 'stage.reorder' },
      onMutate: async ({ stageIds }) => {
        await queryClient.cancelQueries({ queryKey: key });
        const before = queryClient.getQueryData(key);
        queryClient.setQueryData(key, (list) => {
          const items = list?.items ?? [];
          const ordered = stageIds.flatMap((stageId) => items.filter((stage) => stage.stageId === stageId));
          return list && { ...list, items: ordered };
        });
        return before;
      },
      onError: (_error, _input, before) => queryClient.setQueryData(key, before),
      onSuccess: (saved) => {
        offerUndo('Order changed', saved.changeId);
        announce(`New order: ${saved.items.map(({ name }) => name).join(', ')}`);
      },
      onSettled: () => {
        void queryClient.invalidateQueries({ queryKey: key });
        void queryClient.invalidateQueries(trpc.deal.board.queryFilter());
      },
    }),
  );
}
