import { createFileRoute, Outlet } from '@tanstack/react-router';
import { BoardPage } from '../../features/board/board-page.tsx';
import { boardInput, readBoardSearch } from '../../features/board/board-search.ts';
import { queryClient, trpc } from '../../trpc.ts';

export const Route = createFileRoute('/_app/board')({
  validateSearch: readBoardSearch,
  loaderDeps: ({ search }) => search,
  // Started, not awaited: the board shows its own outline while it is read.
  loader: ({ deps }) => {
    const me = queryClient.getQueryData(trpc.member.me.queryKey())?.memberId;
    void queryClient.prefetchQuery(trpc.deal.board.queryOptions(boardInput(deps, me)));
    void queryClient.prefetchQuery(trpc.member.list.queryOptions({}));
  },
  component: Screen,
});

function Screen() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <BoardPage
      search={search}
      onSearch={(next) => void navigate({ to: '.', search: next, replace: true })}
      panel={<Outlet />}
    />
  );
}
