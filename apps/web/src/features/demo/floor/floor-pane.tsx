import type { UseQueryResult } from '@tanstack/react-query';
import type { Board } from '../../../api.ts';
import { ErrorPanel } from '../../../errors/error-panel.tsx';
import { LiveDot } from '../../../shell/live-dot.tsx';
import { DoorMark } from '../../../ui/door-mark.tsx';
import { BoardBones } from '../../board/board-bones.tsx';
import { BoardColumns } from '../../board/board-columns.tsx';
import { useMe } from '../../session/use-me.ts';
import type { FloorNews } from './floor-news.rules.ts';
import styles from './floor-pane.module.css';
import { useCardInView } from './use-card-in-view.ts';

interface FloorPaneProps {
  board: UseQueryResult<Board, unknown>;
  news: FloorNews;
  compact: boolean;
}

/** The live board of the dealership, with what just happened in words above it. */
export function FloorPane({ board, news, compact }: FloorPaneProps) {
  const { workspace } = useMe();
  useCardInView(news.latest);
  return (
    <section className={styles.floor} aria-label="The live board">
      <header className={styles.head}>
        <h2 className="clip">{workspace.name}</h2>
        <LiveDot />
        <Ticker news={news} />
      </header>
      <div className={styles.board} data-compact={compact || undefined}>
        {board.data ? <BoardColumns board={board.data} compact={compact} /> : null}
        {board.isPending ? <BoardBones /> : null}
        {board.isError && !board.data ? (
          <div className={styles.trouble}>
            <ErrorPanel error={board.error} onRetry={() => void board.refetch()} />
          </div>
        ) : null}
      </div>
    </section>
  );
}

function Ticker({ news: { latest } }: { news: FloorNews }) {
  return (
    <p className={styles.ticker} aria-live="polite">
      {latest ? (
        <>
          <DoorMark door={latest.door} />
          <span className="clip" title={`${latest.memberName} ${latest.summary}`}>
            <strong>{latest.subject.label}</strong> · {latest.memberName} {latest.summary}
          </span>
        </>
      ) : (
        <span className="clip">Waiting for something to happen on the floor</span>
      )}
    </p>
  );
}
