import { Bone } from '../../ui/bone.tsx';
import styles from './demo-page.module.css';

/** The outline of the three panes while the visitor is being signed in. */
export function DemoBones() {
  return (
    <div className={styles.page} role="status" aria-busy="true" aria-label="Opening the demo">
      <div className={styles.head} />
      <div className={styles.panes}>
        {['phone', 'board', 'slack'].map((pane) => (
          <div key={pane} className={styles.pane} data-pane={pane}>
            <div className={styles.step}>
              <Bone width="60%" height={14} />
            </div>
            <Bone height={520} gap={0} />
          </div>
        ))}
      </div>
    </div>
  );
}
