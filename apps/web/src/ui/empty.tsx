import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './empty.module.css';

interface EmptyProps {
  icon?: Icon;
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  role?: 'alert' | 'status';
}

/** An empty place that shows the next step instead of nothing. */
export function Empty({ icon: Mark, title, text, action, role }: EmptyProps) {
  return (
    <div className={styles.empty} role={role}>
      {Mark ? <Mark size={22} stroke={1.5} className={styles.icon} aria-hidden /> : null}
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {text ? <p className={styles.text}>{text}</p> : null}
      </div>
      {action}
    </div>
  );
}
