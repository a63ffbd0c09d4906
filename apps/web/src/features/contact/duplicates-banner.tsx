import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Contact, ContactRow } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import { trpc } from '../../trpc.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useMe } from '../session/use-me.ts';
import styles from './same-person.module.css';

/** Says who may be the same person; a manager compares them, a rep asks one. */
export function DuplicatesBanner({ contact: { contactId } }: { contact: Contact }) {
  const duplicates = useQuery(trpc.contact.duplicates.queryOptions({ contactId })).data?.items ?? [];
  const { role } = useMe();
  const [first] = duplicates;
  if (!first) return null;
  const manages = role === 'owner' || role === 'manager';
  return (
    <section className={styles.notice} aria-label="Maybe the same person">
      <p className={styles.words}>
        <IconUsers size={18} stroke={1.6} aria-hidden />
        <span>
          {duplicates.length === 1 ? 'Maybe the same person: ' : `${duplicates.length} may be the same person: `}
          {duplicates.slice(0, 3).map((one, at) => (
            <span key={one.contactId}>
              {at > 0 ? ', ' : ''}
              <Link to="/contacts/$contact" params={{ contact: one.contactId }}>
                {describe(one)}
              </Link>
            </span>
          ))}
          {duplicates.length > 3 ? ' and more' : ''}
          {manages ? '' : '. Ask your manager to merge them.'}
        </span>
      </p>
      {manages ? (
        <LinkButton variant="default" to="/contacts/merge" search={{ keep: contactId, merge: first.contactId }}>
          Compare and merge
        </LinkButton>
      ) : null}
    </section>
  );
}

function describe({ name, phones, emails }: ContactRow): string {
  const reach = phones[0] ? phone(phones[0].phone) : emails[0];
  return reach ? `${name}, ${reach}` : name;
}
