import { NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Company } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { textField } from '../../ui/form-fields.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { peopleCount } from './company-words.ts';

/** Puts a company or household away and says where its people go. */
export function RemoveCompanyDialog({ company, onClose }: { company: Company; onClose: () => void }) {
  const { companyId, name, contacts } = company;
  const navigate = useNavigate();
  const others = useQuery(trpc.company.list.queryOptions({ limit: 100 }, { enabled: contacts > 0 })).data?.items ?? [];
  const archive = useMutation(
    trpc.company.archive.mutationOptions({
      onSuccess: ({ changeId }) => {
        offerUndo(`${name} is removed`, changeId);
        onClose();
        void navigate({ to: '/companies' });
      },
    }),
  );
  return (
    <FormDialog
      title={`Remove ${name}?`}
      submit="Remove"
      pending={archive.isPending}
      size={440}
      onSubmit={(fields) => archive.mutate({ companyId, movePeopleTo: textField(fields, 'next') })}
      onClose={onClose}
    >
      {contacts > 0 ? (
        <>
          <p>{peopleCount(contacts)} and their deals stay. Say where they belong from now on.</p>
          <NativeSelect
            name="next"
            label="They go to"
            error={fieldProblems(archive.error).movePeopleTo}
            data={[
              { value: '', label: 'No company or household' },
              ...others
                .filter((other) => other.companyId !== companyId)
                .map((other) => ({ value: other.companyId, label: other.name })),
            ]}
          />
        </>
      ) : (
        <p>Nobody belongs to it. It can be brought back with Undo.</p>
      )}
    </FormDialog>
  );
}
