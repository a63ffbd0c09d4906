import { Button, Kbd } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconFilter, IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Board } from '../../api.ts';
import { shortMoney } from '../../format/money.ts';
import { trpc } from '../../trpc.ts';
import { FilterSelect } from '../../ui/filter-select.tsx';
import { useMayWrite, useMe } from '../session/use-me.ts';
import styles from './board-filters.module.css';
import type { BoardSearch } from './board-search.ts';
import { FilterChips } from './filter-chips.tsx';
import { ViewsButton } from './views/views-button.tsx';

interface BoardFiltersProps {
  search: BoardSearch;
  onSearch: (change: BoardSearch) => void;
  board: Board | undefined;
  onAdd: () => void;
}

const ages = [3, 7, 14, 30];
const people = [
  ['me', 'Me'],
  ['nobody', 'Nobody yet'],
] as const;

/** Quick questions, owner, source, age and text; the address remembers them, the sums follow them. */
export function BoardFilters({ search, onSearch, board, onAdd }: BoardFiltersProps) {
  const members = useQuery(trpc.member.list.queryOptions({}));
  const sources = useQuery(trpc.deal.sources.queryOptions());
  const mayWrite = useMayWrite();
  useHotkeys([['N', () => mayWrite && onAdd()]]);
  const set = (change: BoardSearch) => onSearch({ ...search, ...change });
  const active = Object.values(search).some(Boolean);
  return (
    <search className={styles.bar} aria-label="Filter the board">
      <TextFilter value={search.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
      <FilterChips search={search} onSet={set} />
      <FilterSelect
        label="Owner"
        anything="Everybody"
        value={search.owner}
        options={[
          ...people,
          ...(members.data?.items ?? [])
            .filter(({ active }) => active)
            .map(({ memberId, name }) => [memberId, name] as const),
        ]}
        onChange={(owner) => set({ owner })}
      />
      <FilterSelect
        label="Source"
        anything="Any source"
        value={search.source}
        options={(sources.data?.items ?? []).map((source) => [source, source])}
        onChange={(source) => set({ source })}
      />
      <FilterSelect
        label="Age in stage"
        anything="Any age"
        value={search.age?.toString()}
        options={ages.map((days) => [String(days), `${days} days or more`])}
        onChange={(age) => set({ age: age ? Number(age) : undefined })}
      />
      <ViewsButton search={search} onSearch={onSearch} />
      {active ? (
        <button type="button" className={styles.clear} onClick={() => onSearch({})}>
          <IconX size={14} aria-hidden /> Clear
        </button>
      ) : null}
      <Total board={board} />
      {mayWrite ? (
        <Button className={styles.add} leftSection={<IconPlus size={16} />} onClick={onAdd} aria-label="Add an up">
          <span className={styles.words}>Add an up</span>
        </Button>
      ) : null}
    </search>
  );
}

function TextFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const report = useDebouncedCallback(onChange, 200);
  useHotkeys([['/', () => input.current?.focus()]]);
  useEffect(() => setText(value), [value]);
  return (
    <label className={styles.text}>
      <IconFilter size={15} stroke={1.6} aria-hidden />
      <input
        ref={input}
        aria-label="Filter by name, vehicle or stock number"
        placeholder="Filter cards"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          report(event.currentTarget.value.trim());
        }}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      {text ? null : <Kbd className={styles.key}>/</Kbd>}
    </label>
  );
}

function Total({ board }: { board: Board | undefined }) {
  const { currency } = useMe().workspace;
  const open = board?.stages.filter(({ kind }) => kind === 'open') ?? [];
  const count = open.reduce((sum, stage) => sum + stage.count, 0);
  const cents = open.reduce((sum, stage) => sum + stage.totalCents, 0);
  return (
    <p className={styles.total}>
      {board ? (
        <>
          <strong>{count}</strong> open · <strong>{shortMoney(cents, currency)}</strong>
        </>
      ) : null}
    </p>
  );
}
