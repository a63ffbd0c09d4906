import type { ReactNode } from 'react';
import styles from './doorway.module.css';

interface DoorwayProps {
  title: string;
  lead?: ReactNode;
  wide?: boolean;
  foot?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
}

/** The quiet frame of the pages in front of the app: sign-in, welcome, invitations. */
export function Doorway({ title, lead, wide = false, foot, aside, children }: DoorwayProps) {
  return (
    <main className={styles.page}>
      <div className={styles.column} data-wide={wide || undefined}>
        <img src="/icon.svg" alt="" width={40} height={40} className={styles.mark} />
        <h1>{title}</h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
        {children}
        {foot ? <div className={styles.foot}>{foot}</div> : null}
      </div>
      {aside ? <div className={styles.column}>{aside}</div> : null}
    </main>
  );
}
