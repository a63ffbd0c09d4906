import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useMembers } from '../member/use-members.ts';
import styles from './contact-filters.module.css';
import type { ContactsSearch } from './contacts-search.ts';

interface ContactFiltersProps {
  search: ContactsSearch;
  onSearch: (next: ContactsSearch) => void;
}

/** Whose customers, from where, with what; the address remembers it, the server does it. */
export function ContactFilters({ search, onSearch }: ContactFiltersProps) {
  const members = useMembers();
  const sources = useQuery(trpc.deal.sources.queryOptions()).data?.items ?? [];
  const companies = useCompanyOptions(search.company);
  const set = (change: ContactsSearch) => onSearch({ ...search, ...change });
  const { q: _query, sort: _sort, ...narrowing } = search;
  return (
    <search className={styles.bar} aria-label="Filter the contacts">
      <FilterSelect
        label="Rep"
        anything="Any rep"
        value={search.rep}
        options={[
          ...[...members.values()]
            .filter(({ active }) => active)
            .map(({ memberId, name }) => [memberId, name] as const),
          ['nobody', 'Nobody’s'],
        ]}
        onChange={(rep) => set({ rep })}
      />
      <FilterSelect
        label="Source"
        anything="Any source"
        value={search.source}
        options={sources.map((source) => [source, source])}
        onChange={(source) => set({ source })}
      />
      <FilterSelect
        label="Deals"
        anything="Any deals"
        value={search.deal}
        options={[
          ['open', 'Has an open deal'],
          ['none', 'No open deal'],
        ]}
        onChange={(deal) => set({ deal: deal as ContactsSearch['deal'] })}
      />
      <FilterSelect
        label="Do not contact"
        anything="Any wishes"
        value={search.not}
        options={[
          ['call', 'Do not call'],
          ['text', 'Do not text'],
          ['email', 'Do not e-mail'],
        ]}
        onChange={(not) => set({ not: not as ContactsSearch['not'] })}
      />
      {companies.length > 0 ? (
        <FilterSelect
          label="Company or household"
          anything="Any company"
          value={search.company}
          options={companies}
          onChange={(company) => set({ company })}
        />
      ) : null}
      {Object.values(narrowing).some(Boolean) ? (
        <TextButton onClick={() => onSearch({ q: search.q, sort: search.sort })}>
          <IconX size={14} aria-hidden /> Clear
        </TextButton>
      ) : null}
      <span className={styles.order}>
        <FilterSelect
          label="Order"
          anything="By name"
          value={search.sort}
          options={[
            ['name-desc', 'By name, Z first'],
            ['newest', 'Newest first'],
            ['oldest', 'Oldest first'],
          ]}
          onChange={(sort) => set({ sort: sort as ContactsSearch['sort'] })}
        />
      </span>
    </search>
  );
}

/** The first companies by name, and in any case the one that is chosen. */
function useCompanyOptions(chosen: string | undefined): (readonly [string, string])[] {
  const listed = useQuery(trpc.company.list.queryOptions({ limit: 100 })).data?.items ?? [];
  const missing = chosen !== undefined && !listed.some(({ companyId }) => companyId === chosen);
  const one = useQuery(trpc.company.get.queryOptions({ companyId: chosen ?? '' }, { enabled: missing })).data;
  return (missing && one ? [one, ...listed] : listed).map(({ companyId, name }) => [companyId, name]);
}
