import { Checkbox, TextInput } from '@mantine/core';
import type { SavedView } from '../../../api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { textField } from '../../../ui/form-fields.ts';
import type { BoardSearch } from '../board-search.ts';
import { useCreateView, useUpdateView } from './use-views.ts';

interface ViewDialogProps {
  /** The view to change, or null for a new one. */
  view: SavedView | null;
  search: BoardSearch;
  onClose: () => void;
}

/** A name for the filters, and whether everybody gets them. */
export function ViewDialog({ view, search, onClose }: ViewDialogProps) {
  const create = useCreateView(onClose);
  const update = useUpdateView(onClose);
  const save = (fields: FormData) => {
    const name = textField(fields, 'name') ?? '';
    const shared = fields.get('shared') === 'on';
    if (view) update.mutate({ viewId: view.viewId, version: view.version, name, shared });
    else create.mutate({ page: 'board', name, shared, search: JSON.parse(JSON.stringify(search)) });
  };
  return (
    <FormDialog
      title={view ? 'Change this view' : 'Save these filters'}
      submit="Save view"
      pending={create.isPending || update.isPending}
      size={400}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        name="name"
        label="Name"
        placeholder="Internet, gone quiet"
        required
        maxLength={60}
        defaultValue={view?.name}
        data-autofocus
      />
      <Checkbox name="shared" label="Everybody here gets it" defaultChecked={view?.shared} />
    </FormDialog>
  );
}
