import { IconHandStop } from '@tabler/icons-react';
import type { ContactRow } from '../../api.ts';
import styles from './wish-mark.module.css';
import { wishWords } from './wishes.rules.ts';

/** What a customer does not want, as a sign and in words; nothing when everything is welcome. */
export function WishMark({ contact }: { contact: Pick<ContactRow, 'doNotCall' | 'doNotText' | 'doNotEmail'> }) {
  const words = wishWords(contact);
  return words ? (
    <span className={styles.mark}>
      <IconHandStop size={14} stroke={1.8} aria-hidden /> {words}
    </span>
  ) : null;
}
