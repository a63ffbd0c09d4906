import { Link } from '@tanstack/react-router';
import type { Deal } from '../../api.ts';
import { ContactFacts } from '../contact/contact-facts.tsx';
import styles from './deal-view.module.css';

/** The customer of a deal, with the way to everything else about them. */
export function DealCustomer({ deal: { contact, source } }: { deal: Deal }) {
  const open = (
    <Link to="/contacts/$contact" params={{ contact: contact.contactId }} className={styles.open}>
      Open contact
    </Link>
  );
  return <ContactFacts contact={{ ...contact, source: source ?? contact.source }} title="Customer" action={open} />;
}
