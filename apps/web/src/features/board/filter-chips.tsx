import styles from './board-filters.module.css';
import type { BoardSearch } from './board-search.ts';

interface FilterChipsProps {
  search: BoardSearch;
  onSet: (change: BoardSearch) => void;
}

/** What a manager asks the board ten times a day, each one press: mine, overdue, gone quiet, new today. */
export function FilterChips({ search, onSet }: FilterChipsProps) {
  const chips = [
    ['Mine', search.owner === 'me', { owner: search.owner === 'me' ? undefined : 'me' }],
    ['Overdue', search.overdue, { overdue: search.overdue ? undefined : true }],
    ['Gone quiet', search.quiet, { quiet: search.quiet ? undefined : true }],
    ['New today', search.fresh, { fresh: search.fresh ? undefined : true }],
  ] as const;
  return (
    <div className={styles.chips}>
      {chips.map(([name, pressed, change]) => (
        <button
          key={name}
          type="button"
          className={styles.chip}
          aria-pressed={Boolean(pressed)}
          onClick={() => onSet(change)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
