import type { Query } from '@tanstack/react-query';
import type { Board } from '../api.ts';
import { replaceCards } from '../features/board/card-changes.rules.ts';
import { client, queryClient, trpc } from '../trpc.ts';
import { concerns, type LiveEvent } from './invalidation.rules.ts';

/** With news of more deals than these a whole board is read as quickly. */
const most = 40;
const path = ['deal', 'board'];
let reading = 0;

type BoardInput = Parameters<typeof client.deal.board.query>[0];

/** Whether a board is about to hear of a few deals. */
export function isReadingNews(): boolean {
  return reading > 0;
}

/** Whether a board is being read for the first time: what it will show may be older than what is heard meanwhile. */
export function isFirstReading(): boolean {
  const boards = queryClient.getQueryCache().findAll(trpc.deal.board.queryFilter());
  return boards.some(({ state }) => state.status === 'pending' && state.fetchStatus === 'fetching');
}

/** Whether somebody is moving cards on this page, and the server has not answered yet. */
export function isMoving(): boolean {
  const keys = [trpc.deal.move.mutationKey(), trpc.deal.bulk.mutationKey()];
  return keys.some((mutationKey) => queryClient.isMutating({ mutationKey }) > 0);
}

/**
 * Brings the boards on the screen up to date by reading the few deals that were touched instead of thousands. Gives the
 * queries it took care of; the rest has to be read anew. `again` is called with the events when a move came in between.
 */
export function readBoardNews(events: readonly LiveEvent[], again: (events: LiveEvent[]) => void): Set<Query> {
  const heard = events.filter((event) => concerns(event, path, {}));
  const dealIds = new Set(heard.flatMap(({ dealId }) => dealId ?? []));
  if (dealIds.size === 0 || dealIds.size > most || heard.some(({ dealId }) => dealId === null)) return new Set();
  const boards = queryClient
    .getQueryCache()
    .findAll(trpc.deal.board.queryFilter())
    .filter((query) => query.isActive() && query.state.status === 'success' && query.state.fetchStatus === 'idle');
  for (const query of boards) void readDeals(query, dealIds, () => again(heard));
  return new Set(boards);
}

async function readDeals(query: Query, dealIds: ReadonlySet<string>, again: () => void): Promise<void> {
  reading += 1;
  try {
    const [, options] = query.queryKey as [unknown, { input?: BoardInput } | undefined];
    const news = await client.deal.board.query({ ...options?.input, dealIds: [...dealIds] });
    // The card somebody is moving here would jump back.
    if (isMoving()) again();
    else {
      const fresh = news.stages.flatMap(({ deals }) => deals);
      queryClient.setQueryData<Board>(query.queryKey, (board) => board && replaceCards(board, dealIds, fresh));
    }
  } catch {
    void queryClient.invalidateQueries({ queryKey: query.queryKey });
  } finally {
    reading -= 1;
  }
}
