import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Member } from '../../../api.ts';
import { fieldProblems } from '../../../errors/field-problems.ts';
import { queryClient, trpc } from '../../../trpc.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { textField } from '../../../ui/form-fields.ts';
import { say } from '../../../undo/offer-undo.tsx';
import { type Role, roleDuties, roles } from '../roles.ts';
import styles from './members.module.css';

interface InviteDialogProps {
  given: readonly Role[];
  /** Somebody who left and is asked back. */
  known?: Member | undefined;
  onClose: () => void;
}

/** Asks somebody to join, by a mail with a link. */
export function InviteDialog({ given, known, onClose }: InviteDialogProps) {
  const invite = useMutation(
    trpc.member.invite.mutationOptions({
      onSuccess: ({ email }) => {
        say(`A mail with a link is on its way to ${email}`);
        void queryClient.invalidateQueries(trpc.invitation.list.pathFilter());
        onClose();
      },
    }),
  );
  const problems = fieldProblems(invite.error);
  const save = (fields: FormData) =>
    invite.mutate({
      name: textField(fields, 'name') ?? '',
      email: textField(fields, 'email') ?? '',
      role: given.find((role) => role === fields.get('role')) ?? 'rep',
    });
  return (
    <FormDialog
      title={known ? `Invite ${known.name} again` : 'Invite somebody'}
      submit="Send invitation"
      pending={invite.isPending}
      size={440}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput name="name" label="Name" required data-autofocus defaultValue={known?.name} error={problems.name} />
      <TextInput
        name="email"
        type="email"
        label="Work e-mail"
        description="They have to sign in with this address."
        required
        defaultValue={known?.email}
        error={problems.email}
      />
      <fieldset className={styles.roles}>
        <legend>Role</legend>
        {given.map((role) => (
          <label key={role} className={styles.choice}>
            <input type="radio" name="role" value={role} defaultChecked={role === (known?.role ?? 'rep')} />
            <span>
              <strong>{roles[role]}</strong>
              <span className={styles.duty}>{roleDuties[role]}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </FormDialog>
  );
}
