import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Member } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { textField } from '../../ui/form-fields.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';

interface RemoveMemberDialogProps {
  member: Member;
  members: readonly Member[];
  onClose: () => void;
}

/** Ends a membership and says who takes over: no deal and no follow-up stays with somebody who left. */
export function RemoveMemberDialog({ member, members, onClose }: RemoveMemberDialogProps) {
  const { memberId, name } = member;
  const heirs = members.filter((other) => other.active && other.role !== 'read_only' && other.memberId !== memberId);
  const remove = useMutation(
    trpc.member.remove.mutationOptions({
      onSuccess: (gone) => {
        offerUndo(`${name} removed`, gone.changeId);
        void queryClient.invalidateQueries();
        onClose();
      },
    }),
  );
  return (
    <FormDialog
      title={`Remove ${name}`}
      submit="Remove"
      pending={remove.isPending}
      size={420}
      onSubmit={(fields) => {
        const handOverTo = textField(fields, 'to');
        remove.mutate({ memberId, ...(handOverTo ? { handOverTo } : {}) });
      }}
      onClose={onClose}
    >
      <p>{name} can no longer sign in, text or use Slack. What they did stays in the history under their name.</p>
      <NativeSelect
        name="to"
        label="Open deals, follow-ups and appointments go to"
        data-autofocus
        required
        data={[
          { value: '', label: 'Choose who takes over' },
          ...heirs.map((heir) => ({ value: heir.memberId, label: heir.name })),
        ]}
        error={fieldProblems(remove.error).handOverTo}
      />
    </FormDialog>
  );
}
