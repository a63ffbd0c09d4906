import { useInfiniteQuery } from '@tanstack/react-query';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Empty } from '../../ui/empty.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { ChangeRow } from './change-row.tsx';

/** Every change of a deal or customer, newest first, with Undo where there still is one. */
export function History({ dealId, contactId }: { dealId?: string; contactId?: string }) {
  const of = { ...(dealId ? { dealId } : {}), ...(contactId ? { contactId } : {}) };
  const history = useInfiniteQuery(
    trpc.change.list.infiniteQueryOptions({ ...of, limit: 30 }, { getNextPageParam: (page) => page.nextCursor }),
  );
  if (history.isPending) return <BoneLines lines={4} height={40} />;
  if (history.isError) return <ErrorPanel error={history.error} onRetry={() => void history.refetch()} />;
  const changes = history.data.pages.flatMap((page) => page.items);
  if (changes.length === 0) return <Empty title="Nothing was changed yet." />;
  return (
    <>
      <ol>
        {changes.map((change) => (
          <ChangeRow key={change.changeId} change={change} />
        ))}
      </ol>
      {history.hasNextPage ? (
        <TextButton disabled={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          Show older
        </TextButton>
      ) : null}
    </>
  );
}
