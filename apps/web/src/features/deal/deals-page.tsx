import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { useMembers } from '../member/use-members.ts';
import { BehindReport } from '../report/behind-report.tsx';
import { readCell } from '../report/cell-address.ts';
import { useMayWrite } from '../session/use-me.ts';
import { DealRow, DealRowHead } from './deal-row.tsx';
import type { DealsSearch } from './deals-search.ts';
import { NewDealDialog } from './new-deal.ts';

type Kind = 'open' | NonNullable<DealsSearch['kind']>;
const kinds: (readonly [Kind, string])[] = [
  ['open', 'Open'],
  ['won', 'Sold'],
  ['lost', 'Lost'],
  ['all', 'All'],
];

/** Every deal as a list, newest first. */
export function DealsPage({ search, onSearch }: { search: DealsSearch; onSearch: (next: DealsSearch) => void }) {
  const report = readCell(search.report);
  const { kind = report ? 'all' : 'open', owner, q } = search;
  const [adding, dialog] = useDisclosure();
  const phone = usePhone();
  const members = useMembers();
  const mayWrite = useMayWrite();
  const stages = useQuery(trpc.stage.list.queryOptions()).data?.items ?? [];
  const deals = useInfiniteQuery(
    trpc.deal.list.infiniteQueryOptions(
      {
        limit: 60,
        ...(kind === 'all' ? {} : { kind }),
        ...(owner ? { ownerId: owner } : {}),
        ...(q ? { query: q } : {}),
        ...(report ? { report } : {}),
      },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const items = deals.data?.pages.flatMap((page) => page.items) ?? [];
  const tools = (
    <>
      <SearchField
        label="Name, vehicle, stock number"
        value={q ?? ''}
        onChange={(text) => onSearch({ ...search, q: text || undefined })}
      />
      <Segments<Kind>
        label="Which deals"
        value={kind}
        options={kinds}
        onChange={(next) => onSearch({ ...search, kind: next === (report ? 'all' : 'open') ? undefined : next })}
      />
      <FilterSelect
        label="Owner"
        anything="Everybody"
        value={owner}
        options={[...members.values()].map(({ memberId, name }) => [memberId, name])}
        onChange={(next) => onSearch({ ...search, owner: next })}
      />
      {mayWrite ? (
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          Add an up
        </Button>
      ) : null}
    </>
  );
  return (
    <ListPage
      title="Deals"
      tools={tools}
      note={report ? <BehindReport cell={report} onClear={() => onSearch({ ...search, report: undefined })} /> : null}
      head={items.length > 0 ? <DealRowHead /> : null}
    >
      {deals.isPending ? <BoneLines lines={12} height={44} /> : null}
      {deals.isError && !deals.data ? <ErrorPanel error={deals.error} onRetry={() => void deals.refetch()} /> : null}
      {deals.isSuccess && items.length === 0 ? (
        <Empty
          title={q || owner ? 'No deal fits these filters.' : 'No deals here yet.'}
          text="Add an up, or look at another kind of deal above."
        />
      ) : null}
      {items.length > 0 ? (
        <VirtualRows
          label="Deals"
          items={items}
          height={phone ? 72 : 48}
          keyOf={(deal) => deal.dealId}
          row={(deal) => (
            <DealRow
              deal={deal}
              stage={stages.find(({ stageId }) => stageId === deal.stageId)}
              owner={members.get(deal.ownerId ?? '')}
            />
          )}
          more={deals.hasNextPage && !deals.isFetchingNextPage}
          onEnd={deals.fetchNextPage}
        />
      ) : null}
      <Suspense>{adding ? <NewDealDialog onClose={dialog.close} /> : null}</Suspense>
    </ListPage>
  );
}
