import styles from './app-shell.module.css';
import bar from './top-bar.module.css';

/** The frame without anything in it, while the page finds out who this is. */
export function ShellBones() {
  return (
    <div className={styles.shell} aria-busy="true">
      <div className={bar.bar} />
    </div>
  );
}
