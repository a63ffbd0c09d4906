import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { type MouseEvent, Suspense, useEffect, useMemo, useRef } from 'react';
import type { Board, BoardStage, DealCard } from '../../api.ts';
import { useMembers } from '../member/use-members.ts';
import { useMayWrite } from '../session/use-me.ts';
import { preloadDialogs } from '../stage-move/dialogs.ts';
import { useStageMove } from '../stage-move/use-stage-move.tsx';
import { findCard } from './board.rules.ts';
import { BoardColumn } from './board-column.tsx';
import styles from './board-columns.module.css';
import { BulkBar } from './bulk/bulk-deals.ts';
import { useBulkMove } from './bulk/use-bulk-move.tsx';
import { ClosedColumn } from './closed-column.tsx';
import { setDrag } from './drag-state.ts';
import { selection, selectNothing, selectUpTo, useSelection } from './selection.ts';
import { StageSwitcher } from './stage-switcher.tsx';
import { useBoardKeys } from './use-board-keys.ts';
import { useOpenColumns } from './use-open-columns.ts';
import { useRevealedCard } from './use-revealed-card.ts';

interface BoardColumnsProps {
  board: Board;
  stale?: boolean;
  compact?: boolean;
}

/** The columns themselves, with dragging and keys; also the middle of /demo. */
export function BoardColumns({ board, stale = false, compact = false }: BoardColumnsProps) {
  const root = useRef<HTMLElement>(null);
  const latest = useRef(board);
  latest.current = board;
  const mayWrite = useMayWrite();
  const members = useMembers();
  const { request, choose, dialog } = useStageMove(board.stages);
  const { isOpen, toggle } = useOpenColumns();
  const shown = useMemo(
    () => board.stages.filter((stage) => stage.kind === 'open' || isOpen(stage.stageId)),
    [board, isOpen],
  );
  const keys = useBoardKeys(shown, board.stages, { request, choose, mayWrite, maySelect: mayWrite && !compact });

  const tabbableStage = keys.tabbable ? findCard(board, keys.tabbable)?.stageId : undefined;
  const bulk = useBulkMove(board.stages);
  const drop = useRef<Drop>(() => {});
  drop.current = (deal, to) => {
    const along = selection();
    if (along.size > 1 && along.has(deal.dealId)) bulk.request([...along], to);
    else request(deal, to);
  };
  const selecting = useSelection().size > 0;
  const opened = useRevealedCard(root, board);

  useEffect(() => selectNothing, []);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    return combine(autoScrollForElements({ element }), watchDrags(element, latest, drop));
  }, []);

  return (
    <>
      {compact ? null : <StageSwitcher board={root} stages={board.stages} isOpen={isOpen} onOpen={toggle} />}
      <section
        ref={root}
        aria-label="Stages"
        className={styles.board}
        data-compact={compact || undefined}
        data-stale={stale || undefined}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onPointerDown={preloadDialogs}
        onClickCapture={(event) => mayWrite && !compact && selectWithShift(event, shown)}
      >
        <div className={styles.columns}>
          {board.stages.map((stage) =>
            stage.kind === 'open' || isOpen(stage.stageId) ? (
              <BoardColumn
                key={stage.stageId}
                stage={stage}
                compact={compact}
                draggable={mayWrite}
                tabbable={tabbableStage === stage.stageId ? keys.tabbable : null}
                members={members}
                onFold={stage.kind === 'open' ? undefined : toggle}
              />
            ) : (
              <ClosedColumn key={stage.stageId} stage={stage} onOpen={() => toggle(stage.stageId)} />
            ),
          )}
        </div>
        {opened ? <div className={styles.cover} /> : null}
      </section>
      {dialog}
      {bulk.dialog}
      <Suspense>{selecting ? <BulkBar board={board} /> : null}</Suspense>
    </>
  );
}

/** Shift and a click select up to that card, wherever on it one clicks; without Shift a card opens. */
function selectWithShift(event: MouseEvent, shown: readonly BoardStage[]): void {
  const dealId = (event.target as Element).closest<HTMLElement>('[data-deal]')?.dataset.deal;
  if (!dealId || !event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  selectUpTo(dealId, shown.find(({ deals }) => deals.some((deal) => deal.dealId === dealId))?.deals ?? []);
}

type Drop = (deal: DealCard, to: BoardStage) => void;

/** Follows a drag from lift to drop; the drop asks for the move. */
function watchDrags(root: HTMLElement, board: { current: Board }, drop: { current: Drop }) {
  const dragged = (data: Record<string, unknown>) => findCard(board.current, String(data.dealId));
  return monitorForElements({
    onDragStart: () => {
      root.dataset.dragging = '';
    },
    onDropTargetChange: ({ source, location }) => {
      const deal = dragged(source.data);
      const over = location.current.dropTargets[0]?.data.stageId;
      setDrag(deal ? { deal, over: typeof over === 'string' ? over : null } : null);
    },
    onDrop: ({ source, location }) => {
      delete root.dataset.dragging;
      setDrag(null);
      const deal = dragged(source.data);
      const stageId = location.current.dropTargets[0]?.data.stageId;
      const stage = board.current.stages.find((candidate) => candidate.stageId === stageId);
      if (deal && stage) drop.current(deal, stage);
    },
  });
}
