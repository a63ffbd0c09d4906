import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Contact } from '../../api.ts';
import { trpc } from '../../trpc.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { useMe } from '../session/use-me.ts';
import styles from './contact-page.module.css';

/** Puts a customer away, for managers; one with an open deal stays, and it says so. */
export function RemoveContact({ contact: { contactId, name, openDeals } }: { contact: Contact }) {
  const { role } = useMe();
  const navigate = useNavigate();
  const archive = useMutation(
    trpc.contact.archive.mutationOptions({
      onSuccess: ({ changeId }) => {
        offerUndo(`${name} is removed`, changeId);
        void navigate({ to: '/contacts' });
      },
    }),
  );
  if (role !== 'owner' && role !== 'manager') return null;
  return (
    <p className={styles.remove}>
      {openDeals > 0 ? (
        'Somebody with an open deal cannot be removed.'
      ) : (
        <TextButton disabled={archive.isPending} onClick={() => archive.mutate({ contactId })}>
          Remove this contact
        </TextButton>
      )}
    </p>
  );
}
