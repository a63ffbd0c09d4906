import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Company } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import { trpc } from '../../trpc.ts';
import { Section } from '../../ui/section.tsx';
import { WishMark } from '../contact/wish-mark.tsx';
import styles from './companies.module.css';
import { kindWords } from './company-words.ts';

const mostShown = 20;

/** The people who belong to a company or household, and the way to all of them. */
export function CompanyPeople({ company: { companyId, kind, contacts } }: { company: Company }) {
  const people = useQuery(trpc.contact.list.queryOptions({ companyId, limit: mostShown }));
  const items = people.data?.items ?? [];
  const all =
    contacts > mostShown ? (
      <Link to="/contacts" search={{ company: companyId }}>
        All {contacts}
      </Link>
    ) : null;
  return (
    <Section title={contacts > 0 ? `People: ${contacts}` : 'People'} action={all}>
      {people.isSuccess && items.length === 0 ? (
        <p className={styles.sub}>Nobody yet. Choose this {kindWords[kind].one} on a contact.</p>
      ) : null}
      <ul className={styles.people}>
        {items.map((contact) => (
          <li key={contact.contactId}>
            <Link to="/contacts/$contact" params={{ contact: contact.contactId }} className={styles.person}>
              <strong className="clip">{contact.name}</strong>
              <span>{contact.phones[0] ? phone(contact.phones[0].phone) : ''}</span>
              <span className={`${styles.sub} clip`}>{contact.emails[0] ?? ''}</span>
              <WishMark contact={contact} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
