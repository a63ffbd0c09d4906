import { useMutation } from '@tanstack/react-query';
import type { Member } from '../../../api.ts';
import { queryClient, trpc } from '../../../trpc.ts';
import { say } from '../../../undo/offer-undo.tsx';

/** Takes a phone or a Slack user from a member, from their next message on. */
export function useUnlink({ memberId, name }: Member) {
  const unlink = useMutation(
    trpc.link.unlink.mutationOptions({
      onSuccess: (_done, { what }) => say(`${name}’s ${what === 'phone' ? 'phone' : 'Slack'} is not linked any more`),
      onSettled: () => queryClient.invalidateQueries(trpc.member.list.pathFilter()),
    }),
  );
  return (what: 'phone' | 'slack') => unlink.mutate({ memberId, what });
}
