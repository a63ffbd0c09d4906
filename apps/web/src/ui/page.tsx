import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  title?: string;
  aside?: ReactNode;
  width?: 'text' | 'wide';
  children: ReactNode;
}

/** A scrolling screen: its title, what can be done on it, and its content. */
export function Page({ title, aside, width = 'wide', children }: PageProps) {
  return (
    <div className={styles.scroll}>
      <div className={styles.page} data-width={width}>
        {title ? (
          <header className={styles.head}>
            <h1>{title}</h1>
            {aside ? <div className={styles.aside}>{aside}</div> : null}
          </header>
        ) : null}
        {children}
      </div>
    </div>
  );
}
