import { wireError } from '@beback/api/user-message';
import { Button } from '@mantine/core';
import { Link, useRouter } from '@tanstack/react-router';
import type { Person } from '../../api.ts';
import { errorSentence } from '../../errors/error-sentence.ts';
import { Doorway } from '../../shell/doorway.tsx';
import styles from './invitation.module.css';

/** An invitation that was used, taken back, replaced or left too long; or a page that could not ask. */
export function InvitationGone({ error, person }: { error: unknown; person: Person | null }) {
  const router = useRouter();
  if (wireError(error)?.code !== 'NOT_FOUND') {
    return (
      <Doorway title="The invitation could not be read" lead={errorSentence(error)}>
        <div className={styles.join}>
          <Button variant="default" onClick={() => void router.invalidate()}>
            Try again
          </Button>
        </div>
      </Doorway>
    );
  }
  return (
    <Doorway
      title="This invitation is not valid any more"
      lead="It was used, taken back or replaced by a newer one, or it is too old. Ask whoever invited you to send it again."
    >
      <div className={styles.join}>
        <Button variant="default" component={Link} to={person ? '/' : '/sign-in'}>
          {person ? 'Go to Beback' : 'Sign in'}
        </Button>
      </div>
    </Doorway>
  );
}
