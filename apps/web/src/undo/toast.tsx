import styles from './toast.module.css';

interface ToastProps {
  message: string;
  action?: string;
  onAction?: () => void;
}

/** One line in passing, with one thing to do about it: Undo, where nothing else is said. */
export function Toast({ message, action = 'Undo', onAction }: ToastProps) {
  return (
    <div className={styles.toast}>
      <span className={styles.message}>{message}</span>
      {onAction ? (
        <button type="button" className={styles.undo} onClick={onAction}>
          {action}
        </button>
      ) : null}
    </div>
  );
}
