import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Contact } from '../../api.ts';
import { InlineEdit } from '../../ui/inline-edit.tsx';
import { InlineSelect } from '../../ui/inline-select.tsx';
import pairs from '../../ui/pairs.module.css';
import { Section } from '../../ui/section.tsx';
import { When } from '../../ui/when.tsx';
import { useMembers } from '../member/use-members.ts';
import { useMe } from '../session/use-me.ts';
import { ContactCompany } from './contact-company.tsx';
import styles from './contact-page.module.css';
import type { ContactChange } from './use-update-contact.ts';

interface ContactAboutProps {
  contact: Contact;
  readOnly: boolean;
  onSave: (set: ContactChange) => void;
}

const lines = [
  ['street', 'Street'],
  ['city', 'City'],
  ['region', 'State'],
  ['postalCode', 'ZIP'],
] as const;

/** Who they are, with whom they belong, where they live and whose they are, each changed in place. */
export function ContactAbout({ contact, readOnly, onSave }: ContactAboutProps) {
  const { name, source, address, createdAt } = contact;
  const fact = (label: string, value: string | null, save: (text: string | null) => void) => (
    <InlineEdit
      label={label}
      shown={value ?? '–'}
      value={value ?? ''}
      readOnly={readOnly}
      onSave={(text) => save(text || null)}
    />
  );
  return (
    <Section title="About">
      <dl className={`${pairs.pairs} ${styles.about}`}>
        <dt>Name</dt>
        <dd>{fact('Name', name, (text) => text && onSave({ name: text }))}</dd>
        <dt>{contact.company?.kind === 'household' ? 'Household' : 'Company'}</dt>
        <dd>
          <ContactCompany contact={contact} readOnly={readOnly} onSave={onSave} />
        </dd>
        <dt>Rep</dt>
        <dd>
          <Owner contact={contact} readOnly={readOnly} onSave={onSave} />
        </dd>
        <dt>Source</dt>
        <dd>{fact('Source', source, (text) => onSave({ source: text }))}</dd>
        {lines.map(([part, label]) => (
          <Part key={part} label={label}>
            {fact(label, address[part], (text) => onSave({ address: { ...address, [part]: text } }))}
          </Part>
        ))}
        <dt>Here since</dt>
        <dd>
          <When at={createdAt} />
        </dd>
      </dl>
      <Note contact={contact} readOnly={readOnly} onSave={onSave} />
    </Section>
  );
}

function Part({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** Managers give a customer to somebody else. */
function Owner({ contact: { ownerId }, readOnly, onSave }: ContactAboutProps) {
  const members = useMembers();
  const { sees } = useMe();
  const working = [...members.values()].filter(
    ({ memberId, active, role }) => (active && role !== 'read_only') || memberId === ownerId,
  );
  return (
    <InlineSelect
      label="Rep"
      value={ownerId ?? ''}
      readOnly={readOnly || sees === 'own'}
      options={[['', 'Nobody'], ...working.map(({ memberId, name }) => [memberId, name] as const)]}
      onSave={(owner) => onSave({ ownerId: owner || null })}
    />
  );
}

/** A few lines that everybody should know; saved when one leaves them. */
function Note({ contact: { note }, readOnly, onSave }: ContactAboutProps) {
  const [text, setText] = useState<string | null>(null);
  if (readOnly) return note ? <p className={styles.note}>{note}</p> : null;
  return (
    <Textarea
      className={styles.notes}
      aria-label="Note"
      placeholder="A note for everybody who works with them"
      autosize
      minRows={2}
      maxLength={10_000}
      value={text ?? note ?? ''}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => {
        if (text !== null && text.trim() !== (note ?? '')) onSave({ note: text.trim() || null });
        setText(null);
      }}
    />
  );
}
