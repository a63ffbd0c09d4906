import { Modal } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import styles from './stage-move.module.css';
import type { MovableDeal, TargetStage } from './use-stage-move.tsx';

interface StageMenuProps {
  deal: MovableDeal;
  stages: readonly TargetStage[];
  onChoose: (deal: MovableDeal, to: TargetStage) => void;
  onClose: () => void;
}

/** The stages as a list: a number key, the arrows, or a thumb. */
export function StageMenu({ deal, stages, onChoose, onClose }: StageMenuProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      size={340}
      title={`Move ${deal.contactName} to`}
      onKeyDown={(event) => {
        const stage = stages[event.key === '0' ? 9 : Number(event.key) - 1];
        if (stage) onChoose(deal, stage);
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event);
      }}
    >
      <ul className={styles.stages}>
        {stages.map((stage, index) => {
          const here = stage.stageId === deal.stageId;
          return (
            <li key={stage.stageId}>
              <button
                type="button"
                className={styles.stage}
                data-autofocus={here || undefined}
                aria-current={here || undefined}
                onClick={() => onChoose(deal, stage)}
              >
                <span className={styles.key}>{index < 9 ? index + 1 : index === 9 ? 0 : ''}</span>
                {stage.name}
                {here ? <IconCheck size={16} aria-label="Where it is now" /> : null}
              </button>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}

function step(event: React.KeyboardEvent): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('ul button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % buttons.length)?.focus();
  event.preventDefault();
}
