import { Switch } from '@mantine/core';
import type { Contact } from '../../api.ts';
import { Section } from '../../ui/section.tsx';
import styles from './contact-page.module.css';
import type { ContactChange } from './use-update-contact.ts';

const wishes = [
  ['doNotCall', 'Do not call', 'The call button goes away, here and on every deal.'],
  ['doNotText', 'Do not text', 'The text button goes away, here and on every deal.'],
  ['doNotEmail', 'Do not e-mail', 'The address stays, without a way to write to it from here.'],
] as const;

interface ContactWishesProps {
  contact: Contact;
  readOnly: boolean;
  onSave: (set: ContactChange) => void;
}

/** What somebody does not want, and what each switch does. */
export function ContactWishes({ contact, readOnly, onSave }: ContactWishesProps) {
  return (
    <Section title="Wishes">
      <div className={styles.wishes}>
        {wishes.map(([wish, label, description]) => (
          <Switch
            key={wish}
            size="sm"
            label={label}
            description={description}
            checked={contact[wish]}
            disabled={readOnly}
            onChange={(event) => onSave({ [wish]: event.currentTarget.checked })}
          />
        ))}
      </div>
      <p className={styles.sub}>A wish stays with the person: through imports, and when two records are merged.</p>
    </Section>
  );
}
