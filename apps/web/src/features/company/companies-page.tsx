import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useListKeys } from '../../ui/use-list-keys.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { useMayWrite } from '../session/use-me.ts';
import type { CompaniesSearch } from './companies-search.ts';
import { CompanyDialog } from './company-dialog.tsx';
import { CompanyRow, CompanyRowHead } from './company-row.tsx';

type Shown = 'all' | NonNullable<CompaniesSearch['kind']>;
const shown: (readonly [Shown, string])[] = [
  ['all', 'All'],
  ['company', 'Companies'],
  ['household', 'Households'],
];

interface CompaniesPageProps {
  search: CompaniesSearch;
  onSearch: (next: CompaniesSearch) => void;
}

/** The companies that buy, or whose people do, and the households that buy together. */
export function CompaniesPage({ search, onSearch }: CompaniesPageProps) {
  const { q, kind } = search;
  const [adding, dialog] = useDisclosure();
  const mayWrite = useMayWrite();
  const phone = usePhone();
  const navigate = useNavigate();
  useListKeys('Companies');
  const companies = useInfiniteQuery(
    trpc.company.list.infiniteQueryOptions(
      { limit: 80, ...(q ? { query: q } : {}), ...(kind ? { kind } : {}) },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const items = companies.data?.pages.flatMap((page) => page.items) ?? [];
  const tools = (
    <>
      <SearchField label="Name" value={q ?? ''} onChange={(text) => onSearch({ ...search, q: text || undefined })} />
      <Segments<Shown>
        label="Which"
        value={kind ?? 'all'}
        options={shown}
        onChange={(next) => onSearch({ ...search, kind: next === 'all' ? undefined : next })}
      />
      {mayWrite ? (
        <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          Add
        </Button>
      ) : null}
    </>
  );
  return (
    <ListPage title="Companies" tools={tools} head={items.length > 0 ? <CompanyRowHead /> : null}>
      {companies.isPending ? <BoneLines lines={8} height={44} /> : null}
      {companies.isError && !companies.data ? (
        <ErrorPanel error={companies.error} onRetry={() => void companies.refetch()} />
      ) : null}
      {companies.isSuccess && items.length === 0 ? <NoCompanies search={search} /> : null}
      {items.length > 0 ? (
        <VirtualRows
          label="Companies"
          items={items}
          height={phone ? 64 : 44}
          keyOf={(company) => company.companyId}
          row={(company) => <CompanyRow company={company} />}
          more={companies.hasNextPage && !companies.isFetchingNextPage}
          onEnd={companies.fetchNextPage}
        />
      ) : null}
      {adding ? (
        <CompanyDialog
          company={null}
          kind={kind ?? 'company'}
          onClose={dialog.close}
          onSaved={(companyId) => void navigate({ to: '/companies/$company', params: { company: companyId } })}
        />
      ) : null}
    </ListPage>
  );
}

function NoCompanies({ search: { q, kind } }: { search: CompaniesSearch }) {
  if (q) return <Empty title="None of that name." text="Try fewer letters." />;
  return kind === 'household' ? (
    <Empty
      title="No households yet."
      text="People who buy together: choose a household on a contact, and it appears here."
    />
  ) : (
    <Empty title="No companies yet." text="Name one on a contact and it appears here." />
  );
}
