import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../trpc.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';

/** Everything that shows whose a deal is. */
function refresh(): Promise<void> {
  return queryClient.invalidateQueries(trpc.deal.pathFilter());
}

/** Shows a deal to one more rep, or splits it with them; tells it with the name of whom it was. */
export function useShare(onDone: () => void) {
  return useMutation(
    trpc.deal.share.mutationOptions({
      onSuccess: ({ changeId, shares }, { memberId, creditPercent }) => {
        const name = shares.find((share) => share.memberId === memberId)?.name ?? 'them';
        offerUndo(`${creditPercent ? 'Split' : 'Shared'} with ${name}`, changeId);
        onDone();
      },
      onSettled: refresh,
    }),
  );
}

/** Ends a share or a split. */
export function useUnshare() {
  return useMutation(
    trpc.deal.unshare.mutationOptions({
      onSuccess: ({ changeId }) => offerUndo('Not shared any more', changeId),
      onSettled: refresh,
    }),
  );
}

/** Takes a deal that nobody owns; refused when somebody was faster. */
export function useClaim() {
  return useMutation(
    trpc.deal.claim.mutationOptions({
      onSuccess: ({ changeId }) => offerUndo('It is yours', changeId),
      onSettled: refresh,
    }),
  );
}
