import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { Contact } from '../../api.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { BelongDialog } from './belong-dialog.tsx';
import styles from './contact-page.module.css';
import type { ContactChange } from './use-update-contact.ts';

interface ContactCompanyProps {
  contact: Contact;
  readOnly: boolean;
  onSave: (set: ContactChange) => void;
}

/** The company or household somebody belongs to, and the way to another one. */
export function ContactCompany({ contact: { company }, readOnly, onSave }: ContactCompanyProps) {
  const [choosing, dialog] = useDisclosure();
  return (
    <span className={styles.belongs}>
      {company ? (
        <Link to="/companies/$company" params={{ company: company.companyId }}>
          {company.name}
        </Link>
      ) : null}
      {readOnly ? null : (
        <TextButton onClick={dialog.open}>{company ? 'Change' : 'Choose a company or household'}</TextButton>
      )}
      {choosing ? <BelongDialog company={company} onSave={onSave} onClose={dialog.close} /> : null}
    </span>
  );
}
