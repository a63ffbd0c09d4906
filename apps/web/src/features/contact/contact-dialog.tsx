import { wireError } from '@beback/api/user-message';
import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Contact } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { phone } from '../../format/phone.ts';
import { trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { readContact } from './read-contact.ts';

interface ContactDialogProps {
  contact: Contact | null;
  onClose: () => void;
  onSaved: (contactId: string) => void;
}

/** Adds or corrects a customer. */
export function ContactDialog({ contact, onClose, onSaved }: ContactDialogProps) {
  const done = (saved: { contactId: string; name: string; changeId: string | null }) => {
    offerUndo(contact ? `${saved.name} saved` : `${saved.name} added`, saved.changeId);
    onClose();
    onSaved(saved.contactId);
  };
  const create = useMutation(trpc.contact.create.mutationOptions({ onSuccess: done }));
  const update = useMutation(trpc.contact.update.mutationOptions({ onSuccess: done }));
  const error = create.error ?? update.error;
  const problems = fieldProblems(error);
  const save = (fields: FormData) => {
    const values = readContact(fields, contact);
    if (contact) update.mutate({ contactId: contact.contactId, version: contact.version, ...values });
    else create.mutate({ ...values, ...(fields.get('another') ? { allowDuplicate: true } : {}) });
  };
  const address = (name: 'street' | 'city' | 'region' | 'postalCode', label: string, span: number) => (
    <TextInput
      data-span={span}
      name={name}
      label={label}
      defaultValue={contact?.address[name] ?? ''}
      error={problems[`address.${name}`]}
    />
  );
  const number = contact?.phones[0]?.phone;
  return (
    <FormDialog
      title={contact ? `Edit ${contact.name}` : 'Add a contact'}
      submit={contact ? 'Save contact' : 'Add contact'}
      pending={create.isPending || update.isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        data-span={3}
        name="firstName"
        label="First name"
        data-autofocus
        defaultValue={contact?.firstName ?? ''}
        error={problems.firstName ?? problems.name}
      />
      <TextInput
        data-span={3}
        name="lastName"
        label="Last name"
        defaultValue={contact?.lastName ?? ''}
        error={problems.lastName}
      />
      <TextInput
        data-span={3}
        name="phone"
        type="tel"
        label="Phone"
        defaultValue={number ? phone(number) : ''}
        error={problems.phone ?? problems['phones.0.phone']}
      />
      <TextInput
        data-span={3}
        name="email"
        type="email"
        label="E-mail"
        defaultValue={contact?.emails[0] ?? ''}
        error={problems.email ?? problems['emails.0']}
      />
      {wireError(error)?.reason === 'duplicate' && !contact ? (
        <Checkbox name="another" label="It is another person with the same number or address" />
      ) : null}
      <TextInput
        data-span={3}
        name="companyName"
        label="Company"
        defaultValue={contact?.company?.name ?? ''}
        error={problems.companyName}
      />
      <TextInput
        data-span={3}
        name="source"
        label="Source"
        defaultValue={contact?.source ?? ''}
        error={problems.source}
      />
      {address('street', 'Street', 6)}
      {address('city', 'City', 3)}
      <TextInput data-span={2} name="region" label="State" defaultValue={contact?.address.region ?? ''} />
      {address('postalCode', 'ZIP', 2)}
      <Textarea
        name="note"
        label="Note"
        autosize
        minRows={2}
        defaultValue={contact?.note ?? ''}
        error={problems.note}
      />
      <Checkbox data-span={2} name="doNotCall" label="Do not call" defaultChecked={contact?.doNotCall} />
      <Checkbox data-span={2} name="doNotText" label="Do not text" defaultChecked={contact?.doNotText} />
      <Checkbox data-span={2} name="doNotEmail" label="Do not e-mail" defaultChecked={contact?.doNotEmail} />
    </FormDialog>
  );
}
