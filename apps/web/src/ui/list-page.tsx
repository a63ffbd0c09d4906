import type { ReactNode } from 'react';
import styles from './list-page.module.css';

interface ListPageProps {
  title: string;
  tools: ReactNode;
  filters?: ReactNode;
  /** What the list is about, when it is about something in particular. */
  note?: ReactNode;
  head?: ReactNode;
  children: ReactNode;
}

/** A screen that is one long list: its title and tools stay, the list scrolls. */
export function ListPage({ title, tools, filters, note, head, children }: ListPageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        <div className={styles.tools}>{tools}</div>
      </header>
      {filters}
      {note}
      {head ? (
        <div className={styles.columns} aria-hidden>
          {head}
        </div>
      ) : null}
      {children}
    </div>
  );
}
