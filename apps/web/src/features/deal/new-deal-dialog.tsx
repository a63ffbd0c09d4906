import { wireError } from '@beback/api/user-message';
import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContactHit } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { moneyField, numberField, textField } from '../../ui/form-fields.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { CustomerPicker } from '../contact/customer-picker.tsx';
import { useMembers } from '../member/use-members.ts';
import { useMe } from '../session/use-me.ts';

interface NewDealDialogProps {
  contact?: { contactId: string; name: string };
  onClose: () => void;
}

/** A fresh up: who, how to reach them, what they want. Everything but the name can wait. */
export function NewDealDialog({ contact, onClose }: NewDealDialogProps) {
  const [known, setKnown] = useState<Pick<ContactHit, 'contactId' | 'name'> | null>(contact ?? null);
  const navigate = useNavigate();
  const onPhone = usePhone();
  const me = useMe();
  const members = useMembers();
  const sources = useQuery(trpc.deal.sources.queryOptions());
  const create = useMutation(
    trpc.deal.create.mutationOptions({
      onSuccess: (deal) => {
        onClose();
        offerUndo(`${deal.contactName} is on the board`, deal.changeId);
        void navigate({ to: onPhone ? '/deals/$deal' : '/board/$deal', params: { deal: deal.dealId } });
      },
    }),
  );
  const problems = fieldProblems(create.error);
  return (
    <FormDialog
      title="Add an up"
      submit="Add to the board"
      pending={create.isPending}
      onSubmit={(fields) => create.mutate(readDeal(fields, known))}
      onClose={onClose}
    >
      <CustomerPicker
        known={known}
        locked={Boolean(contact)}
        onKnown={setKnown}
        error={problems['contact.name'] ?? problems.contact}
      />
      {known ? null : (
        <>
          <TextInput
            data-span={3}
            name="phone"
            type="tel"
            label="Phone"
            error={problems['contact.phone'] ?? problems.phone}
          />
          <TextInput
            data-span={3}
            name="email"
            type="email"
            label="E-mail"
            error={problems['contact.email'] ?? problems.email}
          />
          {wireError(create.error)?.reason === 'duplicate' ? (
            <Checkbox name="another" label="It is another person with the same number or address" />
          ) : null}
        </>
      )}
      <TextInput data-span={2} name="year" label="Year" inputMode="numeric" error={problems['vehicle.year']} />
      <TextInput data-span={2} name="make" label="Make" />
      <TextInput data-span={2} name="model" label="Model" />
      <TextInput
        data-span={3}
        name="value"
        label="Value"
        inputMode="decimal"
        placeholder="52k"
        error={problems.valueCents}
      />
      <TextInput data-span={3} name="stockNumber" label="Stock number" />
      <TextInput data-span={3} name="source" label="Source" list="deal-sources" placeholder="Walk-in" />
      <datalist id="deal-sources">
        {(sources.data?.items ?? []).map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
      <NativeSelect
        data-span={3}
        name="owner"
        label="Owner"
        defaultValue={me.memberId}
        data={[...members.values()]
          .filter(({ active, role }) => active && role !== 'read_only')
          .map(({ memberId, name }) => ({ value: memberId, label: name }))}
      />
    </FormDialog>
  );
}

function readDeal(fields: FormData, known: { contactId: string } | null) {
  const make = textField(fields, 'make');
  const model = textField(fields, 'model');
  const stockNumber = textField(fields, 'stockNumber');
  const source = textField(fields, 'source');
  const ownerId = textField(fields, 'owner');
  const year = numberField(fields, 'year');
  const valueCents = moneyField(fields, 'value');
  const name = textField(fields, 'name') ?? '';
  return {
    ...(known ? { contactId: known.contactId } : { contact: { name, ...newReach(fields) } }),
    ...(year || make || model || stockNumber ? { vehicle: { year, make, model, stockNumber } } : {}),
    ...(valueCents === null ? {} : { valueCents }),
    ...(source ? { source } : {}),
    ...(ownerId ? { ownerId } : {}),
  };
}

function newReach(fields: FormData) {
  const phone = textField(fields, 'phone');
  const email = textField(fields, 'email');
  return {
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(fields.get('another') ? { allowDuplicate: true } : {}),
  };
}
