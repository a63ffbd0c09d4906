import type { Board, BoardStage, DealCard } from '../../api.ts';

type Shown = Partial<Pick<DealCard, 'stageId' | 'ownerId' | 'source'>>;

/** The board after several deals got the same stage, owner or source; a card that changes its stage goes there now. */
export function changeCards(board: Board, dealIds: ReadonlySet<string>, shown: Shown, at: string): Board {
  const cards = board.stages.flatMap(({ deals }) => deals.filter(({ dealId }) => dealIds.has(dealId)));
  const { stageId } = shown;
  const known = stageId === undefined || board.stages.some((stage) => stage.stageId === stageId);
  if (!known) return board;
  const changed = cards.map((card) =>
    stageId && stageId !== card.stageId ? { ...card, ...shown, stageSince: at } : { ...card, ...shown },
  );
  return replaceCards(board, dealIds, changed);
}

/**
 * The board with these deals as they are now, wherever that puts them: those that are not among `fresh` are on it no more.
 * Columns that nothing happened to stay the same objects, and so does everything drawn from them.
 */
export function replaceCards(board: Board, dealIds: ReadonlySet<string>, fresh: readonly DealCard[]): Board {
  return {
    ...board,
    stages: board.stages.map((stage) => {
      const arriving = fresh.filter(({ stageId }) => stageId === stage.stageId);
      const here = new Map(arriving.map((card) => [card.dealId, card]));
      const touched = stage.deals.some(({ dealId }) => dealIds.has(dealId));
      if (!touched && arriving.length === 0) return stage;
      const staying = stage.deals.flatMap((card) => {
        if (!dealIds.has(card.dealId)) return card;
        const now = here.get(card.dealId);
        here.delete(card.dealId);
        return now ?? [];
      });
      return counted({ ...stage, deals: [...here.values(), ...staying] });
    }),
  };
}

function counted(stage: BoardStage): BoardStage {
  const { deals } = stage;
  return { ...stage, count: deals.length, totalCents: deals.reduce((sum, { valueCents }) => sum + valueCents, 0) };
}
