import { useDisclosure } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { NewDealDialog } from '../deal/new-deal.ts';
import { useMe } from '../session/use-me.ts';
import { newestFirst } from './board.rules.ts';
import { BoardBones } from './board-bones.tsx';
import { BoardColumns } from './board-columns.tsx';
import { BoardEmpty } from './board-empty.tsx';
import { BoardFilters } from './board-filters.tsx';
import styles from './board-page.module.css';
import { type BoardSearch, boardInput } from './board-search.ts';

interface BoardPageProps {
  search: BoardSearch;
  onSearch: (change: BoardSearch) => void;
  panel: ReactNode;
}

/** The floor on one screen: filters, every open stage as a column, and a deal as a panel over it. */
export function BoardPage({ search, onSearch, panel }: BoardPageProps) {
  const board = useQuery(
    trpc.deal.board.queryOptions(boardInput(search, useMe().memberId), {
      placeholderData: keepPreviousData,
      select: newestFirst,
    }),
  );
  const [adding, dialog] = useDisclosure();
  const filtered = Object.values(search).some(Boolean);
  const empty = board.data?.stages.every((stage) => stage.count === 0);
  return (
    <div className={styles.page}>
      <h1 className="unseen">Board</h1>
      <BoardFilters search={search} onSearch={onSearch} board={board.data} onAdd={dialog.open} />
      {board.data && !(empty && !filtered) ? <BoardColumns board={board.data} stale={board.isPlaceholderData} /> : null}
      {board.data && empty ? <BoardEmpty filtered={filtered} onClear={() => onSearch({})} onAdd={dialog.open} /> : null}
      {board.isPending ? <BoardBones /> : null}
      {board.isError && !board.data ? (
        <div className={styles.trouble}>
          <ErrorPanel error={board.error} onRetry={() => void board.refetch()} />
        </div>
      ) : null}
      {panel}
      <Suspense>{adding ? <NewDealDialog onClose={dialog.close} /> : null}</Suspense>
    </div>
  );
}
