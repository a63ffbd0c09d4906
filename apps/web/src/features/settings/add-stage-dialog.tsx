import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Stage } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { numberField, textField } from '../../ui/form-fields.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';

const kinds = [
  { value: 'open', label: 'Open: still being worked' },
  { value: 'won', label: 'Won: sold' },
  { value: 'lost', label: 'Lost' },
];

/** Adds a stage after the others of its kind. */
export function AddStageDialog({ onClose }: { onClose: () => void }) {
  const create = useMutation(
    trpc.stage.create.mutationOptions({
      onSuccess: (made) => {
        offerUndo(`${made.name} added`, made.changeId);
        void queryClient.invalidateQueries({ queryKey: trpc.stage.list.queryKey() });
        onClose();
      },
    }),
  );
  const problems = fieldProblems(create.error);
  const save = (fields: FormData) => {
    const kind = (textField(fields, 'kind') ?? 'open') as Stage['kind'];
    const chance = kind === 'open' ? (numberField(fields, 'probability') ?? 50) : kind === 'won' ? 100 : 0;
    create.mutate({ name: textField(fields, 'name') ?? '', kind, probability: chance });
  };
  return (
    <FormDialog
      title="Add a stage"
      submit="Add stage"
      pending={create.isPending}
      size={400}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput name="name" label="Name" required maxLength={60} data-autofocus error={problems.name} />
      <NativeSelect data-span={4} name="kind" label="Kind" data={kinds} />
      <TextInput
        data-span={2}
        name="probability"
        label="Chance, %"
        inputMode="numeric"
        defaultValue="50"
        error={problems.probability}
      />
    </FormDialog>
  );
}
