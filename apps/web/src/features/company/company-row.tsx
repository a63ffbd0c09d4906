import { IconBuilding, IconHome } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Company } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import styles from './companies.module.css';
import { kindWords, peopleCount } from './company-words.ts';

/** What the columns of the list are. */
export function CompanyRowHead() {
  return (
    <div className={styles.row}>
      <span>Name</span>
      <span>Kind</span>
      <span>Phone</span>
      <span className={styles.count}>People</span>
      <span className={styles.count}>Open deals</span>
    </div>
  );
}

/** One company or household in the list. */
export function CompanyRow({ company }: { company: Company }) {
  const { companyId, name, kind, phone: number, contacts, openDeals } = company;
  return (
    <Link to="/companies/$company" params={{ company: companyId }} className={styles.row}>
      <strong className={`${styles.name} clip`} title={name}>
        {name}
      </strong>
      <span className={styles.kind}>
        <KindMark kind={kind} />
      </span>
      <span className={styles.phone}>{number ? phone(number) : ''}</span>
      <span className={styles.count}>{peopleCount(contacts)}</span>
      <span className={`${styles.count} ${styles.deals}`}>{openDeals > 0 ? openDeals : ''}</span>
    </Link>
  );
}

/** A company or a household, as a sign and in a word. */
export function KindMark({ kind }: { kind: Company['kind'] }) {
  const Mark = kind === 'household' ? IconHome : IconBuilding;
  return (
    <span className={styles.mark}>
      <Mark size={15} stroke={1.6} aria-hidden /> {kindWords[kind].title}
    </span>
  );
}
