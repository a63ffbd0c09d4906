import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Stage } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useMe } from '../session/use-me.ts';
import { AddStageDialog } from './add-stage-dialog.tsx';
import { RemoveStageDialog } from './remove-stage-dialog.tsx';
import styles from './settings.module.css';
import { placeBeside, step } from './stage-order.rules.ts';
import { StageRow } from './stage-row.tsx';
import { useReorder } from './use-reorder.ts';

/** The stages a deal goes through: name, order and chance; a manager's to change. */
export function PipelineSettings() {
  const { role } = useMe();
  const mayChange = role === 'owner' || role === 'manager';
  const stages = useQuery(trpc.stage.list.queryOptions());
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Stage | null>(null);
  const reorder = useReorder();
  if (stages.isPending) return <BoneLines lines={10} height={44} />;
  if (!stages.data) return <ErrorPanel error={stages.error} onRetry={() => void stages.refetch()} />;
  const items = stages.data.items;
  const order = items.map(({ stageId }) => stageId);
  const save = (stageIds: string[]) => {
    if (stageIds.join() !== order.join()) reorder.mutate({ stageIds });
  };
  const add = mayChange ? <TextButton onClick={() => setAdding(true)}>Add stage</TextButton> : null;
  return (
    <Section title="Pipeline" action={add}>
      <p className={styles.note}>
        {mayChange
          ? 'Choose a name or a chance to change it. The order is the order of the board.'
          : 'Only owners and managers can change the pipeline.'}
      </p>
      <ol>
        {items.map((stage) => (
          <StageRow
            key={stage.stageId}
            stage={stage}
            readOnly={!mayChange}
            removable={items.some(({ kind, stageId }) => kind === stage.kind && stageId !== stage.stageId)}
            onStep={(by) => save(step(order, stage.stageId, by))}
            onDrop={(moved, edge) => save(placeBeside(order, moved, stage.stageId, edge))}
            onRemove={() => setRemoving(stage)}
          />
        ))}
      </ol>
      {adding ? <AddStageDialog onClose={() => setAdding(false)} /> : null}
      {removing ? <RemoveStageDialog stage={removing} stages={items} onClose={() => setRemoving(null)} /> : null}
    </Section>
  );
}
