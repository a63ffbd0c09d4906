import styles from './initials.module.css';

/** A person as two letters; nobody is a dash. */
export function Initials({ initials, name, size = 20 }: { initials: string | null; name?: string; size?: number }) {
  return (
    <span
      className={styles.initials}
      data-nobody={initials === null || undefined}
      style={{ '--size': `${size}px` } as object}
      title={name}
    >
      {initials ?? '–'}
    </span>
  );
}
