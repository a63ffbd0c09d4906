import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Stage } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { useMe } from '../session/use-me.ts';
import { AddStageDialog } from './add-stage-dialog.tsx';
import { RemoveStageDialog } from './remove-stage-dialog.tsx';
import styles from './settings.module.css';
import { StageRow } from './stage-row.tsx';

/** The stages a deal goes through: name, order and chance; a manager's to change. */
export function PipelineSettings() {
  const { role } = useMe();
  const mayChange = role === 'owner' || role === 'manager';
  const stages = useQuery(trpc.stage.list.queryOptions());
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Stage | null>(null);
  const reorder = useReorder();
  if (stages.isPending) return <BoneLines lines={10} />;
  if (!stages.data) return <ErrorPanel error={stages.error} onRetry={() => void stages.refetch()} />;
  const items = stages.data.items;
  const move = (index: number, by: 1 | -1) => {
    const ids = items.map(({ stageId }) => stageId);
    const [moved] = ids.splice(index, 1);
    if (moved) ids.splice(index + by, 0, moved);
    reorder.mutate({ stageIds: ids });
  };
  const add = mayChange ? <TextButton onClick={() => setAdding(true)}>Add stage</TextButton> : null;
  return (
    <Section title="Pipeline" action={add}>
      <p className={styles.note}>
        {mayChange ? 'Click a name or a chance to change it.' : 'Only owners and managers can change the pipeline.'}
      </p>
      <ol>
        {items.map((stage, index) => (
          <StageRow
            key={stage.stageId}
            stage={stage}
            readOnly={!mayChange}
            first={index === 0}
            last={index === items.length - 1}
            onMove={(by) => move(index, by)}
            onRemove={() => setRemoving(stage)}
          />
        ))}
      </ol>
      {adding ? <AddStageDialog onClose={() => setAdding(false)} /> : null}
      {removing ? <RemoveStageDialog stage={removing} stages={items} onClose={() => setRemoving(null)} /> : null}
    </Section>
  );
}

/** Shows the new order at once; a refusal brings the old one back. */
function useReorder() {
  const key = trpc.stage.list.queryKey();
  return useMutation(
    trpc.stage.reorder.mutationOptions({
      onMutate: ({ stageIds }) => {
        const before = queryClient.getQueryData(key);
        queryClient.setQueryData(key, (list) => {
          const items = list?.items ?? [];
          const ordered = stageIds.flatMap((stageId) => items.filter((stage) => stage.stageId === stageId));
          return list && { ...list, items: ordered };
        });
        return before;
      },
      onError: (_error, _input, before) => queryClient.setQueryData(key, before),
      onSuccess: (saved) => offerUndo('Order changed', saved.changeId),
      onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
    }),
  );
}
