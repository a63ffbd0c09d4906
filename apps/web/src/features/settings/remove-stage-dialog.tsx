import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Stage } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { textField } from '../../ui/form-fields.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';

interface RemoveStageDialogProps {
  stage: Stage;
  stages: readonly Stage[];
  onClose: () => void;
}

/** Removes a stage and says where its deals go: a deal never stands in no stage. */
export function RemoveStageDialog({ stage, stages, onClose }: RemoveStageDialogProps) {
  const others = stages.filter(({ stageId, kind }) => stageId !== stage.stageId && kind === stage.kind);
  const at = stages.indexOf(stage);
  const nearest = others.findLast((other) => stages.indexOf(other) < at) ?? others[0];
  const archive = useMutation(
    trpc.stage.archive.mutationOptions({
      onSuccess: (gone) => {
        offerUndo(`${stage.name} removed`, gone.changeId);
        void queryClient.invalidateQueries();
        onClose();
      },
    }),
  );
  return (
    <FormDialog
      title={`Remove ${stage.name}`}
      submit="Remove stage"
      pending={archive.isPending}
      size={400}
      onSubmit={(fields) => {
        const moveDealsTo = textField(fields, 'to');
        archive.mutate({ stageId: stage.stageId, ...(moveDealsTo ? { moveDealsTo } : {}) });
      }}
      onClose={onClose}
    >
      <NativeSelect
        name="to"
        label="Its deals go to"
        data-autofocus
        defaultValue={nearest?.stageId}
        data={others.map(({ stageId, name }) => ({ value: stageId, label: name }))}
        error={fieldProblems(archive.error).moveDealsTo}
      />
    </FormDialog>
  );
}
