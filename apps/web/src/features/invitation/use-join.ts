import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { queryClient, trpc } from '../../trpc.ts';
import { say } from '../../undo/offer-undo.tsx';

/** Accepts an invitation and goes to the dealership it opens. */
export function useJoin(meta: { shownInPlace?: boolean } = {}) {
  const navigate = useNavigate();
  return useMutation(
    trpc.invitation.accept.mutationOptions({
      meta,
      onSuccess: async () => {
        queryClient.clear();
        await navigate({ to: '/', replace: true });
        say('You are in');
      },
    }),
  );
}
