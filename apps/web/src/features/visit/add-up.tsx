import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import type { ContactHit } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { trpc } from '../../trpc.ts';
import { announce } from '../../ui/announce.ts';
import { textField } from '../../ui/form-fields.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { useMembers } from '../member/use-members.ts';
import { useMe } from '../session/use-me.ts';
import styles from './add-up.module.css';
import { KnownAlready } from './known-already.tsx';
import { visitKinds } from './visit-words.ts';

/** Ten seconds for an up: type, Enter, next one. Who is known already is offered while the name is typed. */
export function AddUp() {
  const me = useMe();
  const members = useMembers();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState('');
  const [query] = useDebouncedValue(name.trim(), 150);
  const typed = query.length > 1 && name.trim() !== '';
  const hits = useQuery(trpc.contact.search.queryOptions({ query, limit: 4 }, { enabled: typed }));
  const sources = useQuery(trpc.deal.sources.queryOptions());
  const toName = () => form.current?.querySelector('input')?.focus();
  useHotkeys([['N', toName]]);
  const start = useMutation(
    trpc.visit.start.mutationOptions({
      onSuccess: ({ contactName, kind, changeId }) => {
        const how = visitKinds[kind] ? `, ${kind === 'be_back' ? 'a be-back' : 'by appointment'}` : '';
        offerUndo(`${contactName} is checked in${how}`, changeId);
        announce(`${contactName} is checked in${how}`);
        form.current?.reset();
        setName('');
        toName();
      },
    }),
  );
  const problems = fieldProblems(start.error);
  const checkIn = (hit?: ContactHit) => {
    if (form.current)
      start.mutate({
        ...said(new FormData(form.current)),
        ...(hit ? who(hit) : { contact: fresh(new FormData(form.current)) }),
      });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    checkIn();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      data-begun={name !== '' || undefined}
      aria-label="Add an up"
      onSubmit={submit}
    >
      <div className={styles.name}>
        <TextInput
          name="name"
          required
          aria-label="Customer"
          placeholder="Who came in?"
          autoComplete="off"
          maxLength={200}
          value={name}
          error={problems['contact.name']}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {typed ? <KnownAlready hits={hits.data?.items ?? []} onChoose={checkIn} /> : null}
      </div>
      <TextInput
        name="phone"
        type="tel"
        aria-label="Phone"
        placeholder="Phone"
        autoComplete="off"
        error={problems['contact.phone'] ?? problems.phone}
      />
      <TextInput
        name="vehicle"
        aria-label="Vehicle"
        placeholder="Vehicle, e.g. blue Tahoe"
        autoComplete="off"
        maxLength={200}
      />
      <TextInput
        name="source"
        aria-label="Source"
        placeholder="Showroom"
        list="up-sources"
        autoComplete="off"
        maxLength={100}
      />
      <datalist id="up-sources">
        {(sources.data?.items ?? []).map((source) => (
          <option key={source} value={source} />
        ))}
      </datalist>
      {me.sees === 'floor' ? (
        <NativeSelect
          key={members.size}
          name="member"
          aria-label="Rep"
          defaultValue={me.memberId}
          data={[...members.values()]
            .filter(({ active, role }) => active && role !== 'read_only')
            .map(({ memberId, name: label }) => ({ value: memberId, label }))}
        />
      ) : null}
      <Button type="submit" leftSection={<IconPlus size={16} aria-hidden />} loading={start.isPending}>
        Check in
      </Button>
    </form>
  );
}

function said(fields: FormData) {
  const [vehicle, source, memberId] = ['vehicle', 'source', 'member'].map((name) => textField(fields, name));
  return { ...(vehicle ? { vehicle } : {}), ...(source ? { source } : {}), ...(memberId ? { memberId } : {}) };
}

function who({ contactId, dealId }: ContactHit) {
  return dealId ? { dealId } : { contactId };
}

function fresh(fields: FormData) {
  const phone = textField(fields, 'phone');
  return { name: textField(fields, 'name') ?? '', ...(phone ? { phone } : {}) };
}
