import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Deal } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { numberField, textField } from '../../ui/form-fields.ts';
import { Segments } from '../../ui/segments.tsx';
import { useMembers } from '../member/use-members.ts';
import { useShare } from './use-share.ts';

type Way = 'look' | 'split';
const ways: (readonly [Way, string])[] = [
  ['look', 'Share: they see it and work on it'],
  ['split', 'Split: part of it counts as theirs'],
];

/** Shows a deal to one more rep, or makes it half theirs. */
export function ShareDialog({ deal, onClose }: { deal: Deal; onClose: () => void }) {
  const { dealId, contactName, ownerId } = deal;
  const [way, setWay] = useState<Way>('look');
  const share = useShare(onClose);
  const others = [...useMembers().values()].filter(
    ({ active, role, memberId }) => active && role !== 'read_only' && memberId !== ownerId,
  );
  const problems = fieldProblems(share.error);
  const save = (fields: FormData) =>
    share.mutate({
      dealId,
      memberId: textField(fields, 'member') ?? '',
      creditPercent: way === 'split' ? (numberField(fields, 'percent') ?? 50) : 0,
    });
  return (
    <FormDialog
      title={`Share ${contactName}’s deal`}
      submit={way === 'split' ? 'Split' : 'Share'}
      pending={share.isPending}
      size={420}
      onSubmit={save}
      onClose={onClose}
    >
      <NativeSelect
        name="member"
        label="With"
        required
        data-autofocus
        data={[
          { value: '', label: 'Choose somebody' },
          ...others.map(({ memberId, name }) => ({ value: memberId, label: name })),
        ]}
        error={problems.memberId}
      />
      <div>
        <Segments<Way> label="How" value={way} options={ways} onChange={setWay} column />
      </div>
      {way === 'split' ? (
        <TextInput
          data-span={3}
          name="percent"
          label="Their part, %"
          description={ownerId ? 'The rest stays the owner’s.' : undefined}
          inputMode="numeric"
          required
          defaultValue="50"
          error={problems.creditPercent}
        />
      ) : null}
    </FormDialog>
  );
}
