import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { InHand, Member } from '../../../api.ts';
import { fieldProblems } from '../../../errors/field-problems.ts';
import { queryClient, trpc } from '../../../trpc.ts';
import { BoneLines } from '../../../ui/bone.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { textField } from '../../../ui/form-fields.ts';
import { offerUndo } from '../../../undo/offer-undo.tsx';

interface RemoveMemberDialogProps {
  member: Member;
  members: readonly Member[];
  onClose: () => void;
}

/** Ends a membership and says who takes over: no deal and no follow-up stays with somebody who left. */
export function RemoveMemberDialog({ member, members, onClose }: RemoveMemberDialogProps) {
  const { memberId, name } = member;
  const inHand = useQuery(trpc.member.inHand.queryOptions({ memberId }, { staleTime: 0 }));
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
  const words = inHand.data && inHandWords(inHand.data);
  return (
    <FormDialog
      title={`Remove ${name}`}
      submit="Remove"
      pending={remove.isPending}
      size={440}
      onSubmit={(fields) => {
        const handOverTo = textField(fields, 'to');
        remove.mutate({ memberId, ...(handOverTo ? { handOverTo } : {}) });
      }}
      onClose={onClose}
    >
      <p>
        {name} is signed out at once and can no longer text or use Slack. What they did stays in the history under their
        name.
      </p>
      {inHand.isPending ? <BoneLines lines={2} height={32} /> : null}
      {words === '' ? <p>{name} has nothing open, so nobody has to take over.</p> : null}
      {words || inHand.isError ? (
        <NativeSelect
          name="to"
          label={words ? `Who takes over ${words}?` : 'Who takes over what is open?'}
          data-autofocus
          required
          data={[
            { value: '', label: 'Choose who takes over' },
            ...heirs.map((heir) => ({ value: heir.memberId, label: heir.name })),
          ]}
          error={fieldProblems(remove.error).handOverTo}
        />
      ) : null}
    </FormDialog>
  );
}

const list = new Intl.ListFormat('en-US');

/** "12 open deals and 3 follow-ups"; empty when there is nothing. */
function inHandWords({ deals, tasks, appointments = 0, customers = 0 }: InHand): string {
  const counted = (count: number, noun: string) => (count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`]);
  return list.format([
    ...counted(deals, 'open deal'),
    ...counted(tasks, 'follow-up'),
    ...counted(appointments, 'appointment'),
    ...counted(customers, 'customer'),
  ]);
}
