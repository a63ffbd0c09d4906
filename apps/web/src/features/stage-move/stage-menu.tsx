import { Modal } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import styles from './stage-move.module.css';
import type { TargetStage } from './use-stage-move.tsx';

interface StageMenuProps {
  title: string;
  /** Where the deal stands now. */
  here?: string;
  stages: readonly TargetStage[];
  onChoose: (to: TargetStage) => void;
  onClose: () => void;
}

/** The stages as a list: a number key, the arrows, or a thumb. */
export function StageMenu({ title, here: stageId, stages, onChoose, onClose }: StageMenuProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      size={340}
      title={title}
      onKeyDown={(event) => {
        const stage = stages[event.key === '0' ? 9 : Number(event.key) - 1];
        if (stage) onChoose(stage);
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event);
      }}
    >
      <ul className={styles.stages}>
        {stages.map((stage, index) => {
          const here = stage.stageId === stageId;
          return (
            <li key={stage.stageId}>
              <button
                type="button"
                className={styles.stage}
                data-autofocus={here || (stageId === undefined && index === 0) || undefined}
                aria-current={here || undefined}
                onClick={() => onChoose(stage)}
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
