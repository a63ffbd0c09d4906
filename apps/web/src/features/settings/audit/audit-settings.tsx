import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ErrorPanel } from '../../../errors/error-panel.tsx';
import { trpc } from '../../../trpc.ts';
import { BoneLines } from '../../../ui/bone.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Section } from '../../../ui/section.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { useMe } from '../../session/use-me.ts';
import { NotYours } from '../not-yours.tsx';
import { AuditExport } from './audit-export.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { type AuditSearch, isFiltered } from './audit-search.ts';
import { AuditTable } from './audit-table.tsx';
import { useReachedEnd } from './use-reached-end.ts';

const route = getRouteApi('/_app/settings/audit');

/** Who did what, when, through which door and from where; nobody can change it. */
export function AuditSettings() {
  const { role } = useMe();
  const search = route.useSearch();
  if (role === 'owner' || role === 'manager') return <Audit search={search} />;
  return (
    <NotYours title="Audit log" sentence="The audit log is for owners and managers.">
      What happened on a deal of yours stands in its history.
    </NotYours>
  );
}

function Audit({ search }: { search: AuditSearch }) {
  const navigate = route.useNavigate();
  const log = useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(
      { ...search, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: (before) => before },
    ),
  );
  const end = useReachedEnd(log.hasNextPage && !log.isFetchingNextPage, () => void log.fetchNextPage());
  const entries = log.data?.pages.flatMap((page) => page.items) ?? [];
  const filter = (set: AuditSearch) => void navigate({ search: set, replace: true });
  return (
    <Section title="Audit log" action={<AuditExport />}>
      <AuditFilters search={search} onFilter={filter} />
      {log.isPending ? <BoneLines lines={10} height={40} /> : null}
      {log.isError ? <ErrorPanel error={log.error} onRetry={() => void log.refetch()} /> : null}
      {log.isSuccess && entries.length === 0 ? (
        <Empty
          title={isFiltered(search) ? 'Nothing like that has happened.' : 'Nothing has happened yet.'}
          action={isFiltered(search) ? <TextButton onClick={() => filter({})}>Show everything</TextButton> : null}
        />
      ) : null}
      {entries.length > 0 ? <AuditTable entries={entries} /> : null}
      <div ref={end} aria-busy={log.isFetchingNextPage || undefined}>
        {log.hasNextPage ? (
          <TextButton disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            Show older
          </TextButton>
        ) : null}
      </div>
    </Section>
  );
}
