import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Contact } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import pairs from '../../ui/pairs.module.css';
import { Section } from '../../ui/section.tsx';
import { kindWords } from '../company/company-words.ts';
import styles from './contact-page.module.css';
import { WishMark } from './wish-mark.tsx';
import { wishWords } from './wishes.rules.ts';

/** How to reach somebody, and what not to do. */
export function ContactFacts({
  contact,
  title = 'Reach',
  action,
}: {
  contact: Contact;
  title?: string;
  action?: ReactNode;
}) {
  const { phones, emails, company, address, source, note } = contact;
  const place = [address.street, [address.city, address.region, address.postalCode].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ');
  const empty = phones.length + emails.length === 0 && !place && !company;
  return (
    <Section title={title} action={action}>
      {empty ? <p className={styles.sub}>No way to reach them yet. Open the contact to add one.</p> : null}
      <dl className={pairs.pairs}>
        {phones.map(({ phone: number, kind }) => (
          <Pair key={number} label={{ mobile: 'Mobile', home: 'Home', work: 'Work' }[kind]}>
            {contact.doNotCall ? phone(number) : <a href={`tel:${number}`}>{phone(number)}</a>}
          </Pair>
        ))}
        {emails.map((email) => (
          <Pair key={email} label="E-mail">
            {contact.doNotEmail ? email : <a href={`mailto:${email}`}>{email}</a>}
          </Pair>
        ))}
        {company ? (
          <Pair label={kindWords[company.kind].title}>
            <Link to="/companies/$company" params={{ company: company.companyId }}>
              {company.name}
            </Link>
          </Pair>
        ) : null}
        {place ? <Pair label="Address">{place}</Pair> : null}
        {source ? <Pair label="Source">{source}</Pair> : null}
        {wishWords(contact) ? (
          <Pair label="Wishes">
            <WishMark contact={contact} />
          </Pair>
        ) : null}
      </dl>
      {note ? <p className={styles.note}>{note}</p> : null}
    </Section>
  );
}

function Pair({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
