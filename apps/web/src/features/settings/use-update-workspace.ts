import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../trpc.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';

/**
 * Changes settings of the dealership: shown at once, taken back when refused, undone from the toast. Changes go one after
 * the other, so that none overtakes another.
 */
export function useUpdateWorkspace(said = 'Saved') {
  const key = trpc.workspace.get.queryKey();
  return useMutation(
    trpc.workspace.update.mutationOptions({
      scope: { id: 'workspace.update' },
      onMutate: async ({ version: _version, ...set }) => {
        await queryClient.cancelQueries({ queryKey: key });
        const before = queryClient.getQueryData(key);
        queryClient.setQueryData(key, (now) => now && { ...now, ...set });
        return before;
      },
      onError: (_error, _input, before) => queryClient.setQueryData(key, before),
      onSuccess: (saved) => offerUndo(said, saved.changeId),
      onSettled: () => queryClient.invalidateQueries(),
    }),
  );
}
