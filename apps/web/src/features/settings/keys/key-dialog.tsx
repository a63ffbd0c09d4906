import { NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { MadeKey } from '../../../api.ts';
import { serverNow } from '../../../clock.ts';
import { fieldProblems } from '../../../errors/field-problems.ts';
import { queryClient, trpc } from '../../../trpc.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { textField } from '../../../ui/form-fields.ts';
import { useMembers } from '../../member/use-members.ts';
import { useMe } from '../../session/use-me.ts';
import { rolesFor } from '../roles.ts';

const day = 24 * 60 * 60_000;
const lives = [
  { value: '30', label: 'In 30 days' },
  { value: '90', label: 'In 90 days' },
  { value: '365', label: 'In a year' },
  { value: '', label: 'Never' },
];
const scopes = [
  { value: 'read', label: 'Read: sees, changes nothing' },
  { value: 'write', label: 'Read and write: does what the member may' },
];

/** Makes a key; what it is, is shown once afterwards. */
export function KeyDialog({ onMade, onClose }: { onMade: (made: MadeKey) => void; onClose: () => void }) {
  const me = useMe();
  const given = rolesFor(me.role);
  const members = [...useMembers().values()].filter(
    ({ active, memberId, role }) => active && (memberId === me.memberId || given.includes(role)),
  );
  const create = useMutation(
    trpc.key.create.mutationOptions({
      onSuccess: (made) => {
        void queryClient.invalidateQueries(trpc.key.list.pathFilter());
        onMade(made);
      },
    }),
  );
  const problems = fieldProblems(create.error);
  const save = (fields: FormData) => {
    const days = textField(fields, 'days');
    create.mutate({
      name: textField(fields, 'name') ?? '',
      scope: textField(fields, 'scope') === 'write' ? 'write' : 'read',
      memberId: textField(fields, 'member') ?? me.memberId,
      expiresAt: days ? new Date(serverNow() + Number(days) * day).toISOString() : null,
    });
  };
  return (
    <FormDialog
      title="Create an API key"
      submit="Create key"
      pending={create.isPending}
      size={420}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        name="name"
        label="What is it for?"
        placeholder="Website leads"
        required
        maxLength={80}
        data-autofocus
        error={problems.name}
      />
      <NativeSelect name="scope" label="It may" data={scopes} />
      <NativeSelect
        // A choice made before its options were there would be lost.
        key={members.length}
        name="member"
        label="It acts as"
        description="It sees what they see, and what it does stands under their name."
        defaultValue={me.memberId}
        data={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        error={problems.memberId}
      />
      <NativeSelect name="days" label="It expires" defaultValue="90" data={lives} error={problems.expiresAt} />
    </FormDialog>
  );
}
