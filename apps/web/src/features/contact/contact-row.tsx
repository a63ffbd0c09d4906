import { Link } from '@tanstack/react-router';
import type { Member, ContactRow as Row } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import { Initials } from '../../ui/initials.tsx';
import styles from './contact-row.module.css';
import { WishMark } from './wish-mark.tsx';

/** What the columns of the list are. */
export function ContactRowHead() {
  return (
    <div className={styles.row}>
      <span>Name</span>
      <span>Phone</span>
      <span>E-mail</span>
      <span>Company or household</span>
      <span>Wishes</span>
      <span>Rep</span>
      <span className={styles.deals}>Open deals</span>
    </div>
  );
}

/** One contact in the list. */
export function ContactRow({ contact, owner }: { contact: Row; owner?: Member | undefined }) {
  const { name, phones, emails, company, openDeals } = contact;
  const number = phones[0]?.phone;
  return (
    <Link to="/contacts/$contact" params={{ contact: contact.contactId }} className={styles.row}>
      <strong className={`${styles.name} clip`} title={name}>
        {name}
      </strong>
      <span className={styles.phone}>
        {number ? phone(number) : ''}
        {phones.length > 1 ? <span className={styles.more}> +{phones.length - 1}</span> : null}
      </span>
      <span className={`${styles.email} clip`} title={emails[0]}>
        {emails[0]}
      </span>
      <span className={`${styles.company} clip`} title={company?.name}>
        {company?.name}
      </span>
      <span className={styles.wishes}>
        <WishMark contact={contact} />
      </span>
      <span className={styles.owner}>{owner ? <Initials initials={owner.initials} name={owner.name} /> : null}</span>
      <span className={styles.deals}>{openDeals > 0 ? openDeals : ''}</span>
    </Link>
  );
}
