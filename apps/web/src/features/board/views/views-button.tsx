import { IconBookmark, IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { trpc } from '../../../trpc.ts';
import styles from '../board-filters.module.css';
import { type BoardSearch, readBoardSearch, sameSearch } from '../board-search.ts';

const loadMenu = () => import('./views-menu.tsx');
const ViewsMenu = lazy(async () => ({ default: (await loadMenu()).ViewsMenu }));

interface ViewsButtonProps {
  search: BoardSearch;
  onSearch: (search: BoardSearch) => void;
}

/** The saved views of the board; says which one is on. The menu is fetched when somebody reaches for it. */
export function ViewsButton({ search, onSearch }: ViewsButtonProps) {
  const views = useQuery(trpc.view.list.queryOptions({ page: 'board' })).data?.items ?? [];
  const [wanted, setWanted] = useState(false);
  const filtered = Object.values(search).some(Boolean);
  const current = filtered ? views.find((view) => sameSearch(readBoardSearch(view.search), search)) : undefined;
  const button = (
    <button
      type="button"
      className={styles.views}
      data-set={current ? true : undefined}
      aria-haspopup="menu"
      aria-label={current ? `Saved views: ${current.name}` : 'Saved views'}
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setWanted(true)}
    >
      <IconBookmark size={15} stroke={1.6} aria-hidden />
      <span className="clip">{current?.name ?? 'Views'}</span>
      <IconChevronDown size={13} stroke={1.8} aria-hidden />
    </button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <ViewsMenu target={button} views={views} current={current} search={search} onSearch={onSearch} />
    </Suspense>
  );
}
