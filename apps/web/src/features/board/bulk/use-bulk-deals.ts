import { useMutation } from '@tanstack/react-query';
import type { Board } from '../../../api.ts';
import { serverNow } from '../../../clock.ts';
import { noticeRefusal } from '../../../live/card-news.ts';
import { invalidateSoon } from '../../../live/invalidation.ts';
import { client, queryClient, trpc } from '../../../trpc.ts';
import { announce } from '../../../ui/announce.ts';
import { offerUndo, say } from '../../../undo/offer-undo.tsx';
import { changeCards } from '../card-changes.rules.ts';
import { selectNothing } from '../selection.ts';

type BulkInput = Parameters<typeof client.deal.bulk.mutate>[0];

interface BulkChange extends BulkInput {
  /** What is said when it is done, after how many: "moved to Write-up". */
  done: string;
}

/**
 * Changes many deals at once on every board in the cache and then on the server, in one change with one Undo. When it is
 * refused the cards go back where everybody can see it; those that had to stay are counted.
 */
export function useBulkDeals() {
  return useMutation({
    mutationKey: trpc.deal.bulk.mutationKey(),
    scope: { id: 'deal.move' },
    mutationFn: ({ dealIds, set }: BulkChange) => client.deal.bulk.mutate({ dealIds, set }),
    onMutate: async ({ dealIds, set }: BulkChange) => {
      await queryClient.cancelQueries(trpc.deal.board.queryFilter());
      const before = queryClient.getQueriesData<Board>(trpc.deal.board.queryFilter());
      const at = new Date(serverNow()).toISOString();
      const { stageId, ownerId, source } = set;
      const shown = {
        ...(stageId ? { stageId } : {}),
        ...(ownerId === undefined ? {} : { ownerId }),
        ...(source === undefined ? {} : { source }),
      };
      const ids = new Set(dealIds);
      queryClient.setQueriesData<Board>(
        trpc.deal.board.queryFilter(),
        (board) => board && changeCards(board, ids, shown, at),
      );
      return before;
    },
    onError: (_error, { dealIds }, before) => {
      for (const dealId of dealIds) noticeRefusal(dealId);
      for (const [key, board] of before ?? []) queryClient.setQueryData(key, board);
    },
    onSuccess: ({ changeId, changed, refused }, { done }) => {
      const stayed = refused.length > 0 ? `; ${refused.length} stayed, not yours to change` : '';
      const message = `${changed} ${changed === 1 ? 'deal' : 'deals'} ${done}${stayed}`;
      if (changeId) offerUndo(message, changeId);
      else say(stayed ? message : 'Nothing to change: they are like that already');
      announce(message);
      selectNothing();
    },
    onSettled: () => invalidateSoon({ procedure: 'deal.bulk', dealId: null, contactId: null }),
  });
}
