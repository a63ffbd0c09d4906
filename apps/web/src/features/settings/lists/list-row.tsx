import { ActionIcon } from '@mantine/core';
import { IconEye, IconEyeOff, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { InlineEdit } from '../../../ui/inline-edit.tsx';
import styles from '../settings.module.css';
import { StageHandle } from '../stage-handle.tsx';
import { useStageDrag } from '../use-stage-drag.ts';

interface ListRowProps {
  id: string;
  name: string;
  hidden?: boolean;
  readOnly: boolean;
  /** What stands between the name and the button. */
  children?: ReactNode;
  onRename: (name: string) => void;
  onStep: (by: 1 | -1) => void;
  onDrop: (moved: string, edge: 'before' | 'after') => void;
  /** Hides it, or offers it again. */
  onHide?: () => void;
  onRemove?: () => void;
}

/** One entry of a list that people choose from: moved by its handle, renamed in place, hidden or taken out. */
export function ListRow(props: ListRowProps) {
  const { id, name, hidden = false, readOnly, onHide, onRemove } = props;
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const edge = useStageDrag(row, handle, id, props.onDrop);
  return (
    <li ref={row} className={`${styles.row} ${styles.brief}`} data-edge={edge} data-off={hidden || undefined}>
      {readOnly ? null : <StageHandle ref={handle} name={name} onStep={props.onStep} />}
      <span className={`${styles.main} ${styles.name}`}>
        <InlineEdit
          label={`Name of ${name}`}
          shown={name}
          value={name}
          readOnly={readOnly}
          onSave={(next) => next && props.onRename(next)}
        />
      </span>
      {hidden ? <span className={styles.sub}>Not offered</span> : null}
      {props.children}
      {readOnly ? null : (
        <span className={styles.end}>
          {onHide ? <HideButton name={name} hidden={hidden} onClick={onHide} /> : null}
          {onRemove ? (
            <ActionIcon aria-label={`Remove ${name}`} title={`Remove ${name}`} onClick={onRemove}>
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          ) : null}
        </span>
      )}
    </li>
  );
}

function HideButton({ name, hidden, onClick }: { name: string; hidden: boolean; onClick: () => void }) {
  const label = hidden ? `Offer ${name} again` : `Do not offer ${name} any more`;
  const Mark = hidden ? IconEyeOff : IconEye;
  return (
    <ActionIcon aria-label={label} title={label} onClick={onClick}>
      <Mark size={17} stroke={1.6} />
    </ActionIcon>
  );
}
