import { Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Company } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { phone } from '../../format/phone.ts';
import { trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { textField } from '../../ui/form-fields.ts';
import { Segments } from '../../ui/segments.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { companyKinds, kindWords } from './company-words.ts';

interface CompanyDialogProps {
  company: Company | null;
  kind?: Company['kind'];
  onClose: () => void;
  onSaved?: (companyId: string) => void;
}

/** Adds or corrects a company or a household. */
export function CompanyDialog({ company, kind: before = 'company', onClose, onSaved }: CompanyDialogProps) {
  const [kind, setKind] = useState(before);
  const { one } = kindWords[kind];
  const done = (saved: { companyId: string; name: string; changeId: string | null }) => {
    offerUndo(company ? `${saved.name} saved` : `${saved.name} added`, saved.changeId);
    onClose();
    onSaved?.(saved.companyId);
  };
  const create = useMutation(trpc.company.create.mutationOptions({ onSuccess: done }));
  const update = useMutation(trpc.company.update.mutationOptions({ onSuccess: done }));
  const problems = fieldProblems(create.error ?? update.error);
  const save = (fields: FormData) => {
    const values = {
      kind,
      name: textField(fields, 'name') ?? '',
      phone: textField(fields, 'phone'),
      website: textField(fields, 'website'),
      note: textField(fields, 'note'),
    };
    if (company) update.mutate({ companyId: company.companyId, version: company.version, ...values });
    else create.mutate(values);
  };
  return (
    <FormDialog
      title={company ? `Edit ${company.name}` : `Add a ${one}`}
      submit={company ? `Save ${one}` : `Add ${one}`}
      pending={create.isPending || update.isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <Segments<Company['kind']> label="What it is" value={kind} options={companyKinds} onChange={setKind} />
      <TextInput
        name="name"
        label="Name"
        placeholder={kind === 'household' ? 'The Reyes family' : 'Acme Roofing'}
        required
        data-autofocus
        defaultValue={company?.name ?? ''}
        error={problems.name}
      />
      <TextInput
        data-span={3}
        name="phone"
        type="tel"
        label="Phone"
        defaultValue={company?.phone ? phone(company.phone) : ''}
        error={problems.phone}
      />
      <TextInput
        data-span={3}
        name="website"
        label="Website"
        defaultValue={company?.website ?? ''}
        error={problems.website}
      />
      <Textarea
        name="note"
        label="Note"
        autosize
        minRows={2}
        defaultValue={company?.note ?? ''}
        error={problems.note}
      />
    </FormDialog>
  );
}
