import { TextInput } from '@mantine/core';
import { useId } from 'react';
import { FilterSelect } from '../../../ui/filter-select.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { useMembers } from '../../member/use-members.ts';
import styles from './audit.module.css';
import { type AuditSearch, doors, isFiltered, whats } from './audit-search.ts';

interface AuditFiltersProps {
  search: AuditSearch;
  onFilter: (search: AuditSearch) => void;
}

/** What to show of the log: whose, through which door, about what, from where, and when. */
export function AuditFilters({ search, onFilter }: AuditFiltersProps) {
  const members = [...useMembers().values()];
  const set = (name: keyof AuditSearch) => (value: string | undefined) => {
    const { [name]: _before, ...rest } = search;
    onFilter(value ? { ...rest, [name]: value } : rest);
  };
  return (
    <div className={styles.filters}>
      <FilterSelect
        label="Who"
        anything="Everybody"
        value={search.memberId}
        options={members.map(({ memberId, name }) => [memberId, name])}
        onChange={set('memberId')}
      />
      <FilterSelect label="What" anything="Everything" value={search.what} options={whats} onChange={set('what')} />
      <FilterSelect label="Door" anything="Every door" value={search.door} options={doors} onChange={set('door')} />
      <span className={styles.days}>
        <Day label="From" value={search.from} max={search.to} onChange={set('from')} />
        <Day label="to" value={search.to} min={search.from} onChange={set('to')} />
      </span>
      <span className={styles.from}>
        <SearchField
          key={search.address ? 'set' : 'none'}
          label="Network address"
          width={210}
          value={search.address ?? ''}
          onChange={(value) => set('address')(value.replace(/[^0-9a-f.:]/gi, ''))}
        />
      </span>
      {isFiltered(search) ? <TextButton onClick={() => onFilter({})}>Clear</TextButton> : null}
    </div>
  );
}

interface DayProps {
  label: string;
  value: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onChange: (value: string) => void;
}

function Day({ label, value, min, max, onChange }: DayProps) {
  const id = useId();
  return (
    <span className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <TextInput
        id={id}
        type="date"
        value={value ?? ''}
        min={min}
        max={max}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </span>
  );
}
