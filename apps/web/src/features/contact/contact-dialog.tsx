import { Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { fieldProblems } from '../../errors/field-problems.ts';
import { reportError } from '../../errors/report-error.ts';
import { trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { readContact } from './read-contact.ts';
import { SamePerson } from './same-person.tsx';
import { samePersonIn } from './use-update-contact.ts';

interface ContactDialogProps {
  onClose: () => void;
  onSaved: (contactId: string) => void;
}

/** Adds a customer; somebody with the same number is shown before there are two of them. */
export function ContactDialog({ onClose, onSaved }: ContactDialogProps) {
  const create = useMutation(
    trpc.contact.create.mutationOptions({
      meta: { shownInPlace: true },
      onError: (error) => {
        if (!samePersonIn(error)) reportError(error);
      },
      onSuccess: (saved) => {
        offerUndo(`${saved.name} added`, saved.changeId);
        onClose();
        onSaved(saved.contactId);
      },
    }),
  );
  const { error, variables } = create;
  const found = samePersonIn(error);
  const problems = fieldProblems(error);
  return (
    <FormDialog
      title="Add a contact"
      submit="Add contact"
      pending={create.isPending}
      onSubmit={(fields) => create.mutate(readContact(fields))}
      onClose={onClose}
    >
      {found && variables ? (
        <SamePerson found={found} onKeepBoth={() => create.mutate({ ...variables, allowDuplicate: true })} />
      ) : null}
      <TextInput
        data-span={3}
        name="firstName"
        label="First name"
        data-autofocus
        error={problems.firstName ?? problems.name}
      />
      <TextInput data-span={3} name="lastName" label="Last name" error={problems.lastName} />
      <TextInput
        data-span={3}
        name="phone"
        type="tel"
        label="Phone"
        error={problems.phone ?? problems['phones.0.phone']}
      />
      <TextInput
        data-span={3}
        name="email"
        type="email"
        label="E-mail"
        error={problems.email ?? problems['emails.0']}
      />
      <TextInput data-span={3} name="companyName" label="Company" error={problems.companyName} />
      <TextInput data-span={3} name="source" label="Source" error={problems.source} />
      <Textarea name="note" label="Note" autosize minRows={2} error={problems.note} />
    </FormDialog>
  );
}
