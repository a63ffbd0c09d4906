import styles from './toast.module.css';

/** One line in passing, with Undo where there is something to take back. */
export function Toast({ message, onUndo }: { message: string; onUndo?: () => void }) {
  return (
    <div className={styles.toast}>
      <span className={styles.message}>{message}</span>
      {onUndo ? (
        <button type="button" className={styles.undo} onClick={onUndo}>
          Undo
        </button>
      ) : null}
    </div>
  );
}
