import { IconUsers } from '@tabler/icons-react';
import { LinkButton } from '../../ui/link-button.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useMe } from '../session/use-me.ts';
import styles from './same-person.module.css';
import type { SamePersonFound } from './use-update-contact.ts';

interface SamePersonProps {
  found: SamePersonFound;
  /** The customer who is on the screen, when there is one to merge with. */
  contactId?: string;
  onKeepBoth: () => void;
  onLeave?: () => void;
}

/** Somebody else has this number or address already: look, make them one, or keep both. */
export function SamePerson({ found, contactId, onKeepBoth, onLeave }: SamePersonProps) {
  const { role } = useMe();
  const manages = role === 'owner' || role === 'manager';
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.words}>
        <IconUsers size={18} stroke={1.6} aria-hidden />
        <span>
          <strong>{found.name}</strong> has this already.
          {manages || !contactId ? '' : ' If it is the same person, ask your manager to merge them.'}
        </span>
      </p>
      <div className={styles.actions}>
        {manages && contactId ? (
          <LinkButton variant="default" to="/contacts/merge" search={{ keep: found.contactId, merge: contactId }}>
            Merge them
          </LinkButton>
        ) : null}
        <LinkButton variant="default" to="/contacts/$contact" params={{ contact: found.contactId }}>
          Open {found.name}
        </LinkButton>
        <TextButton onClick={onKeepBoth}>Keep both</TextButton>
        {onLeave ? <TextButton onClick={onLeave}>Leave it</TextButton> : null}
      </div>
    </div>
  );
}
