import styles from './initials.module.css';

interface InitialsProps {
  initials: string | null;
  name?: string | undefined;
  size?: number;
}

/** A person as two letters; nobody is a dash in a broken ring. */
export function Initials({ initials, name, size = 20 }: InitialsProps) {
  return (
    <span
      className={styles.initials}
      data-nobody={initials === null || undefined}
      style={{ '--size': `${size}px` } as object}
      title={name}
      {...(initials === null && name ? { role: 'img', 'aria-label': name } : {})}
    >
      {initials ?? '–'}
    </span>
  );
}
