import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { useEffect, useMemo, useRef } from 'react';
import type { Board } from '../../api.ts';
import { useMembers } from '../member/use-members.ts';
import { useMayWrite } from '../session/use-me.ts';
import { preloadDialogs } from '../stage-move/dialogs.ts';
import { useStageMove } from '../stage-move/use-stage-move.tsx';
import { findCard } from './board.rules.ts';
import { BoardColumn } from './board-column.tsx';
import styles from './board-columns.module.css';
import { ClosedColumn } from './closed-column.tsx';
import { setDrag } from './drag-state.ts';
import { useBoardKeys } from './use-board-keys.ts';
import { useOpenColumns } from './use-open-columns.ts';

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
  const requestLatest = useRef(request);
  requestLatest.current = request;
  const { isOpen, toggle } = useOpenColumns();
  const shown = useMemo(
    () => board.stages.filter((stage) => stage.kind === 'open' || isOpen(stage.stageId)),
    [board, isOpen],
  );
  const keys = useBoardKeys(shown, board.stages, { request, choose, mayWrite });

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    return combine(autoScrollForElements({ element }), watchDrags(element, latest, requestLatest));
  }, []);

  return (
    <section
      ref={root}
      aria-label="Stages"
      className={styles.board}
      data-compact={compact || undefined}
      data-stale={stale || undefined}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onPointerDown={preloadDialogs}
    >
      {board.stages.map((stage) =>
        stage.kind === 'open' || isOpen(stage.stageId) ? (
          <BoardColumn
            key={stage.stageId}
            stage={stage}
            compact={compact}
            draggable={mayWrite}
            tabbable={keys.tabbable}
            members={members}
            onFold={stage.kind === 'open' ? undefined : () => toggle(stage.stageId)}
          />
        ) : (
          <ClosedColumn key={stage.stageId} stage={stage} onOpen={() => toggle(stage.stageId)} />
        ),
      )}
      {dialog}
    </section>
  );
}

type Request = ReturnType<typeof useStageMove>['request'];

/** Follows a drag from lift to drop; the drop asks for the move. */
function watchDrags(root: HTMLElement, board: { current: Board }, request: { current: Request }) {
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
      if (deal && stage) request.current(deal, stage);
    },
  });
}
