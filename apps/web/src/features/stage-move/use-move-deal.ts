import { useMutation } from '@tanstack/react-query';
import type { Board } from '../../api.ts';
import { serverNow } from '../../clock.ts';
import { noticeRefusal } from '../../live/card-news.ts';
import { invalidateSoon } from '../../live/invalidation.ts';
import { client, queryClient, trpc } from '../../trpc.ts';
import { announce } from '../../ui/announce.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { findCard, moveCard, patchCard } from '../board/board.rules.ts';

export interface MoveInput {
  dealId: string;
  stageId: string;
  version: number;
  lostReason?: string;
  lostNote?: string;
  soldOn?: string;
  deliveredOn?: string;
  frontGrossCents?: number;
  backGrossCents?: number;
}

/**
 * Moves a deal at once on every board in the cache and then on the server; a refusal brings the card back where
 * everybody can see it, a success offers Undo. Moves run one after the other, each with the version it then sees.
 */
export function useMoveDeal() {
  return useMutation({
    mutationKey: trpc.deal.move.mutationKey(),
    scope: { id: 'deal.move' },
    mutationFn: (input: MoveInput) => client.deal.move.mutate({ ...input, version: newestVersion(input) }),
    onMutate: async ({ dealId, stageId }: MoveInput) => {
      await queryClient.cancelQueries(trpc.deal.board.queryFilter());
      const before = cardOnAnyBoard(dealId);
      place(dealId, stageId, new Date(serverNow()).toISOString());
      return before;
    },
    onError: (_error, { dealId }, before) => {
      noticeRefusal(dealId);
      if (before) place(dealId, before.stageId, before.stageSince);
    },
    onSuccess: (moved) => {
      const { changeId, fromStage: _from, toStage, ...card } = moved;
      queryClient.setQueriesData<Board>(trpc.deal.board.queryFilter(), (board) => board && patchCard(board, card));
      const message = `${card.contactName} moved to ${toStage.name}`;
      offerUndo(message, changeId);
      announce(message);
    },
    onSettled: (moved, _error, { dealId }) =>
      invalidateSoon({ procedure: 'deal.move', dealId, contactId: moved?.contactId ?? null }),
  });
}

function place(dealId: string, stageId: string, at: string): void {
  queryClient.setQueriesData<Board>(
    trpc.deal.board.queryFilter(),
    (board) => board && moveCard(board, dealId, stageId, at),
  );
}

function newestVersion({ dealId, version }: MoveInput): number {
  return Math.max(version, cardOnAnyBoard(dealId)?.version ?? 0);
}

function cardOnAnyBoard(dealId: string) {
  for (const [, board] of queryClient.getQueriesData<Board>(trpc.deal.board.queryFilter())) {
    const card = board && findCard(board, dealId);
    if (card) return card;
  }
  return undefined;
}
