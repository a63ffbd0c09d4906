import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Stage } from '../../api.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { InlineEdit } from '../../ui/inline-edit.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import styles from './settings.module.css';

interface StageRowProps {
  stage: Stage;
  readOnly: boolean;
  first: boolean;
  last: boolean;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

const kindWords = { open: 'open', won: 'won', lost: 'lost' };

/** One stage of the pipeline, changed in place. */
export function StageRow({ stage, readOnly, first, last, onMove, onRemove }: StageRowProps) {
  const { stageId, version, name, probability, kind } = stage;
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
    <li className={styles.row}>
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
        {kindWords[kind]}
      </span>
      <span className={styles.percent}>
        <InlineEdit
          label={`Chance in ${name}, percent`}
          shown={`${probability} %`}
          value={String(probability)}
          readOnly={readOnly || kind !== 'open'}
          inputMode="numeric"
          onSave={savePercent}
        />
      </span>
      {readOnly ? null : (
        <>
          <ActionIcon aria-label={`Move ${name} up`} disabled={first} onClick={() => onMove(-1)}>
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon aria-label={`Move ${name} down`} disabled={last} onClick={() => onMove(1)}>
            <IconArrowDown size={16} />
          </ActionIcon>
          <TextButton aria-label={`Remove ${name}`} onClick={onRemove}>
            Remove
          </TextButton>
        </>
      )}
    </li>
  );
}
