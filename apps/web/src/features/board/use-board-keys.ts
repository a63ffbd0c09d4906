import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import type { BoardStage, DealCard } from '../../api.ts';
import type { MovableDeal, TargetStage } from '../stage-move/use-stage-move.tsx';
import { neighbour } from './board.rules.ts';
import { focusCard, followCard } from './card-places.ts';
import { scrollToCard } from './column-scroll.ts';
import { selection, selectNothing, toggleSelected } from './selection.ts';

const steps: Record<string, 1 | -1> = { ']': 1, '[': -1, '›': 1, '‹': -1 };
const shiftSteps: Record<string, 1 | -1> = { ArrowRight: 1, ArrowLeft: -1 };

interface Actions {
  request: (deal: MovableDeal, to: TargetStage) => void;
  choose: (deal: MovableDeal) => void;
  mayWrite: boolean;
  maySelect: boolean;
}

/**
 * The board by keyboard: one card is in the tab order; arrows walk, brackets, or Shift with an arrow, move the deal to the
 * next stage, M offers all stages, X and Shift with up or down select. `shown` are the columns that are drawn, `stages` all of them.
 */
export function useBoardKeys(shown: readonly BoardStage[], stages: readonly BoardStage[], actions: Actions) {
  const [focused, setFocused] = useState<string | null>(null);
  const tabbable = shown.some(({ deals }) => deals.some(({ dealId }) => dealId === focused))
    ? focused
    : (shown.find(({ deals }) => deals.length > 0)?.deals[0]?.dealId ?? null);

  const walk = (dealId: string, key: string) => {
    const next = neighbour(shown, dealId, key);
    if (!next) return;
    scrollToCard(next);
    focusCard(next);
  };
  const move = (deal: DealCard, step: 1 | -1) => {
    const next = nextStage(stages, deal, step);
    followCard(deal.dealId);
    if (next) actions.request(deal, next);
  };
  const extend = (deal: DealCard, key: string) => {
    if (!selection().has(deal.dealId)) toggleSelected(deal.dealId);
    const next = neighbour(shown, deal.dealId, key);
    if (next && !selection().has(next)) toggleSelected(next);
    walk(deal.dealId, key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const deal = dealAt(event, shown);
    if (!deal || event.metaKey || event.ctrlKey || event.altKey) return;
    const { key, shiftKey } = event;
    const step = actions.mayWrite ? (shiftKey ? shiftSteps[key] : steps[key]) : undefined;
    if (step) move(deal, step);
    else if (key.toLowerCase() === 'm' && actions.mayWrite) {
      followCard(deal.dealId);
      actions.choose(deal);
    } else if (key.toLowerCase() === 'x' && actions.maySelect) toggleSelected(deal.dealId);
    else if (shiftKey && /^Arrow(Up|Down)$/.test(key) && actions.maySelect) extend(deal, key);
    else if (key === 'Escape' && selection().size > 0) selectNothing();
    else if (/^Arrow/.test(key) && !shiftKey) walk(deal.dealId, key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onFocus = (event: FocusEvent) => {
    const deal = dealAt(event, shown);
    if (!deal) return;
    followCard(null);
    setFocused(deal.dealId);
  };
  return { tabbable, onKeyDown, onFocus };
}

function dealAt(event: { target: EventTarget }, stages: readonly BoardStage[]): DealCard | undefined {
  const dealId = (event.target as Element).closest<HTMLElement>('[data-deal]')?.dataset.deal;
  return dealId ? stages.flatMap(({ deals }) => deals).find((deal) => deal.dealId === dealId) : undefined;
}

/** The stage beside a deal's own; lost is never a neighbour, it takes a decision. */
function nextStage(stages: readonly BoardStage[], deal: DealCard, step: 1 | -1): BoardStage | undefined {
  const line = stages.filter(({ kind }) => kind !== 'lost');
  return line[line.findIndex(({ stageId }) => stageId === deal.stageId) + step];
}
