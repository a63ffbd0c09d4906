import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../../trpc.ts';
import { offerUndo } from '../../../undo/offer-undo.tsx';

const refresh = () => queryClient.invalidateQueries(trpc.view.list.queryFilter());

/** Removes a saved view; the toast brings it back. */
export function useRemoveView() {
  return useMutation(
    trpc.view.archive.mutationOptions({
      onSuccess: ({ changeId }) => offerUndo('View removed', changeId),
      onSettled: refresh,
    }),
  );
}

/** Saves filters under a name. */
export function useCreateView(onSaved: () => void) {
  return useMutation(
    trpc.view.create.mutationOptions({
      onSuccess: ({ name, changeId }) => {
        offerUndo(`Saved as ${name}`, changeId);
        onSaved();
      },
      onSettled: refresh,
    }),
  );
}

/** Renames a view, shares it or keeps it to oneself. */
export function useUpdateView(onSaved: () => void) {
  return useMutation(
    trpc.view.update.mutationOptions({
      onSuccess: ({ name, changeId }) => {
        offerUndo(`Saved as ${name}`, changeId);
        onSaved();
      },
      onSettled: refresh,
    }),
  );
}
