import { useRef } from 'react';
import type { BoardStage } from '../../api.ts';
import { shortMoney } from '../../format/money.ts';
import { useMe } from '../session/use-me.ts';
import styles from './board-column.module.css';
import { useDropStage } from './use-drop-stage.ts';

/** Sold, Delivered or Lost while folded: slim, still a place to drop a card, opens with a click. */
export function ClosedColumn({ stage, onOpen }: { stage: BoardStage; onOpen: () => void }) {
  const column = useRef<HTMLElement>(null);
  const drop = useDropStage(column, stage.stageId);
  const { currency } = useMe().workspace;
  return (
    <section ref={column} className={styles.slim} aria-label={stage.name} data-drop={drop} data-kind={stage.kind}>
      <button
        type="button"
        className={styles.open}
        aria-expanded={false}
        onClick={onOpen}
        title={`${stage.name}, last 30 days`}
      >
        <strong>{stage.name}</strong>
        <span className="tabular">{stage.count}</span>
        <span className="tabular">{shortMoney(stage.totalCents, currency)}</span>
      </button>
    </section>
  );
}
