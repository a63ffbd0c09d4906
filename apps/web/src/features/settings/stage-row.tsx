import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Stage } from '../../api.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { InlineEdit } from '../../ui/inline-edit.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import styles from './settings.module.css';
import { StageHandle } from './stage-handle.tsx';
import { useStageDrag } from './use-stage-drag.ts';

interface StageRowProps {
  stage: Stage;
  readOnly: boolean;
  removable: boolean;
  onStep: (by: 1 | -1) => void;
  onDrop: (moved: string, edge: 'before' | 'after') => void;
  onRemove: () => void;
}

/** One stage of the pipeline: moved by its handle, changed in place. */
export function StageRow({ stage, readOnly, removable, onStep, onDrop, onRemove }: StageRowProps) {
  const { stageId, version, name, probability, kind } = stage;
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const edge = useStageDrag(row, handle, stageId, onDrop);
  const update = useMutation(
    trpc.stage.update.mutationOptions({
      onSuccess: (saved) => offerUndo(`${saved.name} saved`, saved.changeId),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.stage.list.queryKey() }),
    }),
  );
  const savePercent = (text: string) => {
    const percent = Number(text.replace('%', ''));
    if (text && Number.isInteger(percent) && percent >= 0 && percent <= 100)
      update.mutate({ stageId, version, probability: percent });
  };
  return (
    <li ref={row} className={styles.row} data-edge={edge}>
      {readOnly ? null : <StageHandle ref={handle} name={name} onStep={onStep} />}
      <span className={`${styles.main} ${styles.name}`}>
        <InlineEdit
          label={`Name of ${name}`}
          shown={name}
          value={name}
          readOnly={readOnly}
          onSave={(next) => next && update.mutate({ stageId, version, name: next })}
        />
      </span>
      <span className={styles.kind} data-kind={kind}>
        {kind}
      </span>
      <span className={styles.percent}>
        <InlineEdit
          label={`Chance in ${name}, percent`}
          shown={`${probability}%`}
          value={String(probability)}
          readOnly={readOnly || kind !== 'open'}
          inputMode="numeric"
          onSave={savePercent}
        />
      </span>
      {readOnly ? null : (
        <span className={styles.end}>
          {removable ? (
            <ActionIcon aria-label={`Remove ${name}`} title={`Remove ${name}`} onClick={onRemove}>
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          ) : null}
        </span>
      )}
    </li>
  );
}
