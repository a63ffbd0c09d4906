import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { useMembers } from '../member/use-members.ts';
import { useMe } from '../session/use-me.ts';
import type { Days } from './report.types.ts';
import styles from './report-filters.module.css';
import { isDay, type PeriodChoice, periods, type ReportsSearch } from './reports-search.ts';

interface ReportFiltersProps {
  search: ReportsSearch;
  onSearch: (next: ReportsSearch) => void;
  /** The days now looked at: what "other days" begins with. */
  days: Days | undefined;
}

/** Which days, whose deals, from where; and onto paper. */
export function ReportFilters({ search, onSearch, days }: ReportFiltersProps) {
  const { sees } = useMe();
  const members = useMembers();
  const sources = useQuery(trpc.deal.sources.queryOptions());
  const { period, from, to, ...rest } = search;
  const chosen: PeriodChoice = from ? 'custom' : (period ?? 'month');
  const choose = (next: string | undefined) => {
    if (next === 'custom') onSearch({ ...rest, ...(days ?? {}) });
    else onSearch({ ...rest, ...(next && next !== 'month' ? { period: next as ReportsSearch['period'] } : {}) });
  };
  return (
    <search className={styles.filters} aria-label="Filter the reports">
      <FilterSelect
        label="Days"
        anything="This month"
        value={chosen === 'month' ? undefined : chosen}
        options={periods.filter(([name]) => name !== 'month')}
        onChange={choose}
      />
      {from && to ? <CustomDays from={from} to={to} onChange={(next) => onSearch({ ...rest, ...next })} /> : null}
      {sees === 'floor' ? (
        <FilterSelect
          label="Rep"
          anything="Everybody"
          value={search.rep}
          options={[
            ...[...members.values()].map(({ memberId, name }) => [memberId, name] as const),
            ['nobody', 'Nobody yet'] as const,
          ]}
          onChange={(rep) => onSearch({ ...search, rep })}
        />
      ) : null}
      <FilterSelect
        label="Source"
        anything="Any source"
        value={search.source}
        options={(sources.data?.items ?? []).map((source) => [source, source])}
        onChange={(source) => onSearch({ ...search, source })}
      />
      <button type="button" className={styles.print} onClick={() => window.print()}>
        <IconPrinter size={16} stroke={1.6} aria-hidden /> Print
      </button>
    </search>
  );
}

function CustomDays({ from, to, onChange }: Days & { onChange: (next: Days) => void }) {
  const day = (label: string, value: string, set: (value: string) => Days) => (
    <input
      type="date"
      aria-label={label}
      className={styles.day}
      value={value}
      min="2000-01-01"
      max="2099-12-31"
      onChange={({ currentTarget }) => {
        if (!isDay(currentTarget.value)) return;
        const next = set(currentTarget.value);
        // Whichever day was just chosen holds; the other follows it.
        onChange(next.from <= next.to ? next : { from: currentTarget.value, to: currentTarget.value });
      }}
    />
  );
  return (
    <span className={styles.days}>
      {day('First day', from, (value) => ({ from: value, to }))}
      <span aria-hidden>–</span>
      {day('Last day', to, (value) => ({ from, to: value }))}
    </span>
  );
}
