import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { fieldProblems } from '../../errors/field-problems.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { textField } from '../../ui/form-fields.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { type Role, roles } from './roles.ts';

/** Adds somebody to the dealership; they sign in with their e-mail address. */
export function InviteDialog({ given, onClose }: { given: readonly Role[]; onClose: () => void }) {
  const invite = useMutation(
    trpc.member.invite.mutationOptions({
      onSuccess: (member) => {
        offerUndo(`${member.name} can sign in now`, member.changeId);
        void queryClient.invalidateQueries({ queryKey: trpc.member.list.queryKey() });
        onClose();
      },
    }),
  );
  const problems = fieldProblems(invite.error);
  const save = (fields: FormData) =>
    invite.mutate({
      name: textField(fields, 'name') ?? '',
      email: textField(fields, 'email') ?? '',
      role: (textField(fields, 'role') ?? 'rep') as Role,
    });
  return (
    <FormDialog
      title="Invite somebody"
      submit="Invite"
      pending={invite.isPending}
      size={400}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput name="name" label="Name" required data-autofocus error={problems.name} />
      <TextInput name="email" type="email" label="Work e-mail" required error={problems.email} />
      <NativeSelect
        name="role"
        label="Role"
        defaultValue="rep"
        data={given.map((role) => ({ value: role, label: roles[role] }))}
        error={problems.role}
      />
    </FormDialog>
  );
}
