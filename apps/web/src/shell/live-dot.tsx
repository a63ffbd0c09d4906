import { type LiveStatus, useLiveStatus } from '../live/connection.ts';
import styles from './live-dot.module.css';

const words: Record<LiveStatus, { label: string; title: string }> = {
  live: { label: 'Live', title: 'What you see follows the floor as it happens' },
  'catching up': { label: 'Catching up', title: 'Reading what happened in the meantime' },
  offline: { label: 'Offline', title: 'No connection. What you see may be old; it catches up by itself' },
};

/** Says honestly whether the page follows the server. */
export function LiveDot({ compact = false }: { compact?: boolean }) {
  const status = useLiveStatus();
  const { label, title } = words[status];
  return (
    <span className={styles.live} data-status={status} data-compact={compact || undefined} role="status" title={title}>
      <span className={styles.dot} aria-hidden />
      <span className={styles.label}>{label}</span>
    </span>
  );
}
