import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useEffect, useRef } from 'react';
import styles from './settings.module.css';

interface StageHandleProps {
  ref: Ref<HTMLButtonElement>;
  name: string;
  onStep: (by: 1 | -1) => void;
}

/** What a stage is moved by: dragged with a mouse, stepped with the arrow keys, or tapped up and down with a thumb. */
export function StageHandle({ ref, name, onStep }: StageHandleProps) {
  const stepped = useRef<HTMLElement | null>(null);
  // The row may be put elsewhere in the page, which takes the focus away.
  useEffect(() => {
    stepped.current?.focus();
    stepped.current = null;
  });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    stepped.current = event.currentTarget;
    onStep(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <>
      <button
        ref={ref}
        type="button"
        className={styles.grip}
        aria-label={`Move ${name}: drag it, or press the up and down arrow keys`}
        title="Drag, or press ↑ ↓"
        onKeyDown={onKeyDown}
      >
        <IconGripVertical size={16} stroke={1.6} aria-hidden />
      </button>
      <span className={styles.steps}>
        <ActionIcon size={36} aria-label={`Move ${name} up`} onClick={() => onStep(-1)}>
          <IconArrowUp size={18} />
        </ActionIcon>
        <ActionIcon size={36} aria-label={`Move ${name} down`} onClick={() => onStep(1)}>
          <IconArrowDown size={18} />
        </ActionIcon>
      </span>
    </>
  );
}
