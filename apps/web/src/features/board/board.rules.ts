import type { Board, BoardStage, DealCard } from '../../api.ts';

/** The board after a deal went to another stage: card, counts and sums; the same board when either is not on it. */
export function moveCard(board: Board, dealId: string, stageId: string, at: string): Board {
  const card = findCard(board, dealId);
  if (!card || card.stageId === stageId || !board.stages.some((stage) => stage.stageId === stageId)) return board;
  const moved = { ...card, stageId, stageSince: at };
  return {
    ...board,
    stages: board.stages.map((stage) => {
      if (stage.stageId === card.stageId) return without(stage, card);
      return stage.stageId === stageId ? withCard(stage, moved) : stage;
    }),
  };
}

/** The board with newer facts about one card, in the column it stands in. */
export function patchCard(board: Board, fresh: Partial<DealCard> & { dealId: string }): Board {
  const patch = (deal: DealCard) => (deal.dealId === fresh.dealId ? { ...deal, ...fresh } : deal);
  return {
    ...board,
    stages: board.stages.map((stage) =>
      stage.deals.some(({ dealId }) => dealId === fresh.dealId) ? { ...stage, deals: stage.deals.map(patch) } : stage,
    ),
  };
}

const sortedStages = new WeakMap<BoardStage, BoardStage>();

/** The board with what has just arrived in a stage on top, where the eye looks for a card that moved. */
export function newestFirst(board: Board): Board {
  return { ...board, stages: board.stages.map(sortedOnce) };
}

/** A column that has not changed since is not sorted again, and stays the same object for whatever is drawn from it. */
function sortedOnce(stage: BoardStage): BoardStage {
  const known = sortedStages.get(stage);
  if (known) return known;
  // Instants are all written alike, so they sort as text.
  const deals = stage.deals.toSorted((a, b) =>
    a.stageSince < b.stageSince ? 1 : a.stageSince > b.stageSince ? -1 : 0,
  );
  const sorted = { ...stage, deals };
  sortedStages.set(stage, sorted);
  return sorted;
}

/** A card by its deal, or undefined when this board does not show it. */
export function findCard(board: Board, dealId: string): DealCard | undefined {
  for (const stage of board.stages) {
    const card = stage.deals.find((deal) => deal.dealId === dealId);
    if (card) return card;
  }
  return undefined;
}

/** The middle number of days the deals of a column have stood there; null for an empty column. */
export function medianDays(deals: readonly { stageSince: string }[], now: number): number | null {
  if (deals.length === 0) return null;
  const ages = deals.map(({ stageSince }) => now - Date.parse(stageSince)).sort((a, b) => a - b);
  return Math.max(0, Math.round((ages[Math.floor(ages.length / 2)] ?? 0) / 86_400_000));
}

/** A store's usual number of days in a stage, in the whole days that ages are counted in; never less than one. */
export function wholeNorm(normDays: number | null): number | null {
  return normDays === null ? null : Math.max(1, Math.round(normDays));
}

/** Where an arrow key leads from a card: up and down in its column, left and right to the same height next door. */
export function neighbour(stages: readonly BoardStage[], dealId: string, key: string): string | undefined {
  const column = stages.findIndex((stage) => stage.deals.some((deal) => deal.dealId === dealId));
  const row = stages[column]?.deals.findIndex((deal) => deal.dealId === dealId) ?? 0;
  if (key === 'ArrowUp') return stages[column]?.deals[row - 1]?.dealId;
  if (key === 'ArrowDown') return stages[column]?.deals[row + 1]?.dealId;
  const step = key === 'ArrowLeft' ? -1 : 1;
  for (let next = column + step; next >= 0 && next < stages.length; next += step) {
    const deals = stages[next]?.deals ?? [];
    if (deals.length > 0) return deals[Math.min(row, deals.length - 1)]?.dealId;
  }
  return undefined;
}

function without(stage: BoardStage, card: DealCard): BoardStage {
  const deals = stage.deals.filter((deal) => deal.dealId !== card.dealId);
  return { ...stage, deals, count: stage.count - 1, totalCents: stage.totalCents - card.valueCents };
}

function withCard(stage: BoardStage, card: DealCard): BoardStage {
  return {
    ...stage,
    deals: [card, ...stage.deals],
    count: stage.count + 1,
    totalCents: stage.totalCents + card.valueCents,
  };
}
