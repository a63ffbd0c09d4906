import { Link } from '@tanstack/react-router';
import type { ContactRow as Row } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import styles from './contact-row.module.css';

/** What the columns of the list are. */
export function ContactRowHead() {
  return (
    <div className={styles.row}>
      <span>Name</span>
      <span>Phone</span>
      <span className={styles.email}>E-mail</span>
      <span className={styles.company}>Company</span>
      <span className={styles.deals}>Open deals</span>
    </div>
  );
}

/** One contact in the list. */
export function ContactRow({ contact }: { contact: Row }) {
  const number = contact.phones[0]?.phone;
  return (
    <Link to="/contacts/$contact" params={{ contact: contact.contactId }} className={styles.row}>
      <strong className={`${styles.name} clip`} title={contact.name}>
        {contact.name}
      </strong>
      <span>{number ? phone(number) : ''}</span>
      <span className={`${styles.email} clip`} title={contact.emails[0]}>
        {contact.emails[0]}
      </span>
      <span className={`${styles.company} clip`} title={contact.company?.name}>
        {contact.company?.name}
      </span>
      <span className={styles.deals}>{contact.openDeals > 0 ? contact.openDeals : ''}</span>
    </Link>
  );
}
