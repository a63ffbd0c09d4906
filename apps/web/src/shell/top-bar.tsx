import { ActionIcon, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { QuickLogBox } from '../features/quicklog/quick-log-box.tsx';
import { useMayLog, useMe } from '../features/session/use-me.ts';
import { AccountButton } from './account-button.tsx';
import { LiveDot } from './live-dot.tsx';
import styles from './top-bar.module.css';

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The bar that is always there: say what happened, find somebody, and see whether the page is live. */
export function TopBar({ phone, onSearch }: { phone: boolean; onSearch: () => void }) {
  const mayLog = useMayLog();
  const { workspace } = useMe();
  return (
    <section className={styles.bar} aria-label="Log and search">
      {phone ? <span className={`${styles.place} clip`}>{workspace.name}</span> : null}
      {!phone && mayLog ? <QuickLogBox /> : null}
      <div className={styles.right}>
        {phone ? null : <LiveDot />}
        {phone ? (
          <ActionIcon size={44} aria-label="Search" onClick={onSearch}>
            <IconSearch size={20} stroke={1.7} />
          </ActionIcon>
        ) : (
          <button type="button" className={styles.search} title="Find a customer, a deal, a screen" onClick={onSearch}>
            <IconSearch size={16} stroke={1.7} aria-hidden />
            <span>Search</span>
            <Kbd className={styles.key}>{apple ? '⌘K' : 'Ctrl K'}</Kbd>
          </button>
        )}
        {phone ? <LiveDot compact /> : <AccountButton />}
      </div>
    </section>
  );
}
