import { ActionIcon } from '@mantine/core';
import { IconMessage, IconPhone, IconX } from '@tabler/icons-react';
import type { Contact } from '../../api.ts';
import { phone as shownPhone } from '../../format/phone.ts';
import { AddInline } from '../../ui/add-inline.tsx';
import { InlineEdit } from '../../ui/inline-edit.tsx';
import { InlineSelect } from '../../ui/inline-select.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './contact-reach.module.css';
import type { ContactChange } from './use-update-contact.ts';
import { WishMark } from './wish-mark.tsx';

type Phone = Contact['phones'][number];
const kinds: (readonly [Phone['kind'], string])[] = [
  ['mobile', 'Mobile'],
  ['home', 'Home'],
  ['work', 'Work'],
];

interface ContactReachProps {
  contact: Contact;
  readOnly: boolean;
  onSave: (set: ContactChange) => void;
}

/** Every number and address, each changed, added and taken away where it stands. */
export function ContactReach({ contact, readOnly, onSave }: ContactReachProps) {
  const { phones, emails } = contact;
  const savePhones = (at: number, change: Partial<Phone> | null) =>
    onSave({ phones: phones.flatMap((one, place) => (place !== at ? one : change ? { ...one, ...change } : [])) });
  const saveEmails = (at: number, email: string | null) =>
    onSave({ emails: emails.flatMap((one, place) => (place !== at ? one : (email ?? []))) });
  return (
    <Section title="Reach" action={<WishMark contact={contact} />}>
      <ul>
        {phones.map((one, at) => (
          <li key={one.phone} className={styles.line}>
            <span className={styles.kind}>
              <InlineSelect
                label={`Kind of ${shownPhone(one.phone)}`}
                value={one.kind}
                readOnly={readOnly}
                options={kinds}
                onSave={(kind) => savePhones(at, { kind: kind as Phone['kind'] })}
              />
            </span>
            <span className={styles.value}>
              <InlineEdit
                label="Phone"
                shown={shownPhone(one.phone)}
                value={shownPhone(one.phone)}
                readOnly={readOnly}
                onSave={(text) => savePhones(at, text ? { phone: text } : null)}
              />
            </span>
            <PhoneActions contact={contact} number={one.phone} />
            {readOnly ? null : <Remove what={shownPhone(one.phone)} onRemove={() => savePhones(at, null)} />}
          </li>
        ))}
        {emails.map((email, at) => (
          <li key={email} className={styles.line}>
            <span className={styles.kind}>E-mail</span>
            <span className={styles.value} title={email}>
              <InlineEdit
                label="E-mail"
                shown={email}
                value={email}
                readOnly={readOnly}
                onSave={(text) => saveEmails(at, text || null)}
              />
            </span>
            {contact.doNotEmail ? null : (
              <a className={styles.write} href={`mailto:${email}`}>
                Write
              </a>
            )}
            {readOnly ? null : <Remove what={email} onRemove={() => saveEmails(at, null)} />}
          </li>
        ))}
      </ul>
      {phones.length + emails.length === 0 ? <p className={styles.none}>No way to reach them yet.</p> : null}
      {readOnly ? null : (
        <div className={styles.add}>
          <AddInline
            action="Add a phone"
            label="Another phone"
            type="tel"
            onAdd={(text) => onSave({ phones: [...phones, { phone: text, kind: 'mobile' }] })}
          />
          <AddInline
            action="Add an e-mail"
            label="Another e-mail"
            type="email"
            onAdd={(text) => onSave({ emails: [...emails, text] })}
          />
        </div>
      )}
    </Section>
  );
}

function PhoneActions({ contact, number }: { contact: Contact; number: string }) {
  const to = shownPhone(number);
  return (
    <>
      {contact.doNotCall ? null : (
        <ActionIcon component="a" href={`tel:${number}`} size={32} aria-label={`Call ${to}`}>
          <IconPhone size={17} stroke={1.7} />
        </ActionIcon>
      )}
      {contact.doNotText ? null : (
        <ActionIcon component="a" href={`sms:${number}`} size={32} aria-label={`Text ${to}`}>
          <IconMessage size={17} stroke={1.7} />
        </ActionIcon>
      )}
    </>
  );
}

function Remove({ what, onRemove }: { what: string; onRemove: () => void }) {
  return (
    <ActionIcon size={32} className={styles.remove} aria-label={`Remove ${what}`} onClick={onRemove}>
      <IconX size={15} stroke={1.7} />
    </ActionIcon>
  );
}
