import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Company, Contact } from '../../api.ts';
import { trpc } from '../../trpc.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { companyKinds, kindWords, peopleCount } from '../company/company-words.ts';
import styles from './customer-picker.module.css';
import type { ContactChange } from './use-update-contact.ts';

interface BelongDialogProps {
  company: Contact['company'];
  onSave: (set: ContactChange) => void;
  onClose: () => void;
}

/** With whom somebody belongs: one that is known, or a new company or household by its name. */
export function BelongDialog({ company, onSave, onClose }: BelongDialogProps) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Company['kind']>('household');
  const [query] = useDebouncedValue(name.trim(), 150);
  const companies = useQuery(
    trpc.company.list.queryOptions({ limit: 5, ...(query ? { query } : {}) }, { placeholderData: keepPreviousData }),
  );
  const items = companies.data?.items ?? [];
  const known = items.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
  const choose = (set: ContactChange) => {
    onClose();
    onSave(set);
  };
  const submit = () => {
    if (known) choose({ companyId: known.companyId });
    else if (name.trim()) choose({ companyName: name.trim(), companyKind: kind });
    else onClose();
  };
  return (
    <FormDialog
      title="With whom do they belong?"
      submit={known || !name.trim() ? 'Choose' : `Add this ${kindWords[kind].one}`}
      pending={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <div>
        <TextInput
          label="Company or household"
          placeholder="Acme Roofing, The Reyes family…"
          data-autofocus
          autoComplete="off"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {items.length > 0 ? (
          <ul className={styles.hits} aria-label="Known already">
            {items.map((one) => (
              <li key={one.companyId}>
                <button
                  type="button"
                  className={styles.hit}
                  onClick={() => choose({ companyId: one.companyId })}
                  disabled={one.companyId === company?.companyId}
                >
                  <span className="clip">{one.name}</span>
                  <span className={styles.detail}>
                    {kindWords[one.kind].title}, {peopleCount(one.contacts)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
      {name.trim() && !known ? (
        <Segments<Company['kind']> label="What it is" value={kind} options={companyKinds} onChange={setKind} />
      ) : null}
      {company ? (
        <p>
          <TextButton onClick={() => choose({ companyId: null })}>They no longer belong to {company.name}</TextButton>
        </p>
      ) : null}
    </FormDialog>
  );
}
