import type { ReactNode } from 'react';
import styles from './setting-row.module.css';

interface SettingRowProps {
  label: string;
  text?: ReactNode;
  children: ReactNode;
}

/** One setting: what it is and what it means on the left, its value on the right. */
export function SettingRow({ label, text, children }: SettingRowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p className={styles.label}>{label}</p>
        {text ? <p className={styles.text}>{text}</p> : null}
      </div>
      <div className={styles.value}>{children}</div>
    </div>
  );
}
