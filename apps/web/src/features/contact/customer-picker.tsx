import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContactHit } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import { trpc } from '../../trpc.ts';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './customer-picker.module.css';

interface CustomerPickerProps {
  known: { contactId: string; name: string } | null;
  locked: boolean;
  onKnown: (contact: Pick<ContactHit, 'contactId' | 'name'> | null) => void;
  error?: string | undefined;
}

/** A customer's name; people who are known already are offered while it is typed, so that nobody is entered twice. */
export function CustomerPicker({ known, locked, onKnown, error }: CustomerPickerProps) {
  const [name, setName] = useState('');
  const [query] = useDebouncedValue(name.trim(), 200);
  const hits = useQuery(trpc.contact.search.queryOptions({ query, limit: 4 }, { enabled: query.length > 2 && !known }));
  if (known) {
    return (
      <p className={styles.known}>
        <strong>{known.name}</strong>
        {locked ? null : <TextButton onClick={() => onKnown(null)}>Somebody else</TextButton>}
      </p>
    );
  }
  const offered = query.length > 2 ? (hits.data?.items ?? []) : [];
  return (
    <div>
      <TextInput
        name="name"
        label="Customer"
        required
        data-autofocus
        autoComplete="off"
        maxLength={200}
        value={name}
        error={error}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {offered.length > 0 ? (
        <ul className={styles.hits} aria-label="Known already">
          {offered.map((hit) => (
            <li key={hit.contactId}>
              <button type="button" className={styles.hit} onClick={() => onKnown(hit)}>
                <span className="clip">{hit.name}</span>
                <span className={styles.detail}>
                  {hit.dealNumber ? `has deal ${hit.dealNumber}, ` : ''}
                  {hit.phone ? phone(hit.phone) : (hit.email ?? '')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
