import { Bone } from '../../ui/bone.tsx';
import column from './board-column.module.css';
import styles from './board-columns.module.css';

const heights = { a: 5, b: 6, c: 4, d: 3, e: 3, f: 2, g: 2 };

/** The board's outline while it is read: seven columns with cards of the size cards have. */
export function BoardBones() {
  return (
    <div className={styles.board} role="status" aria-busy="true" aria-label="Reading the board">
      <div className={styles.columns}>
        {Object.entries(heights).map(([key, cards]) => (
          <div key={key} className={column.column}>
            <div style={{ padding: '4px 10px 10px' }}>
              <Bone width="60%" height={14} />
              <Bone width="40%" height={12} />
            </div>
            <div style={{ padding: '0 5px' }}>
              {Array.from({ length: cards }, (_, card) => (
                <Bone key={card} height={78} gap={6} />
              ))}
            </div>
          </div>
        ))}
        <div className={column.slim} />
        <div className={column.slim} />
        <div className={column.slim} />
      </div>
    </div>
  );
}
