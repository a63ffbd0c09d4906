import { ActionIcon } from '@mantine/core';
import { IconChevronsLeft, IconHourglassHigh } from '@tabler/icons-react';
import type { BoardStage } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { shortMoney } from '../../format/money.ts';
import { useMe } from '../session/use-me.ts';
import { medianDays, wholeNorm } from './board.rules.ts';
import styles from './column-head.module.css';
import { useDrag } from './drag-state.ts';

interface ColumnHeadProps {
  stage: BoardStage;
  compact: boolean;
  onFold?: (() => void) | undefined;
}

/** Name, count, sum, and how old the deals are against what this store is used to; the sum moves with a dragged card. */
export function ColumnHead({ stage, compact, onFold }: ColumnHeadProps) {
  const { currency } = useMe().workspace;
  const { count, cents, shifted } = useShiftedSums(stage);
  return (
    <header className={styles.head} data-kind={stage.kind} data-compact={compact || undefined}>
      <div className={styles.line}>
        <h2 className={`${styles.name} clip`} title={stage.name}>
          {stage.name}
        </h2>
        {onFold ? (
          <ActionIcon size={20} onClick={onFold} aria-label={`Fold ${stage.name}`} aria-expanded>
            <IconChevronsLeft size={14} />
          </ActionIcon>
        ) : null}
        {compact ? null : <span className={styles.count}>{count}</span>}
      </div>
      <div className={styles.line}>
        <span className={styles.sum} data-shifted={shifted || undefined}>
          {shortMoney(cents, currency)}
        </span>
        {compact ? <span className={styles.count}>{count}</span> : <Age stage={stage} />}
      </div>
    </header>
  );
}

function Age({ stage }: { stage: BoardStage }) {
  const now = useNow();
  if (stage.kind !== 'open') return <span className={styles.age}>30 days</span>;
  const days = medianDays(stage.deals, now);
  if (days === null) return null;
  const norm = wholeNorm(stage.normDays);
  const beyond = norm !== null && days > norm;
  const usual = norm === null ? 'not known yet' : `${norm} days`;
  return (
    <span
      className={styles.age}
      data-beyond={beyond || undefined}
      title={`The middle deal has been here ${days} days; usual for this store: ${usual}`}
    >
      {beyond ? <IconHourglassHigh size={12} stroke={2} aria-hidden /> : null}
      {days} d{norm === null ? '' : <span className={styles.norm}> vs {norm} d</span>}
    </span>
  );
}

/** What the column's sums would be if the dragged card were dropped where it is. */
function useShiftedSums({ stageId, count, totalCents }: BoardStage) {
  const drag = useDrag();
  const leaves = drag?.over && drag.over !== stageId && drag.deal.stageId === stageId;
  const arrives = drag?.over === stageId && drag.deal.stageId !== stageId;
  const step = arrives ? 1 : leaves ? -1 : 0;
  return { count: count + step, cents: totalCents + step * (drag?.deal.valueCents ?? 0), shifted: step !== 0 };
}
