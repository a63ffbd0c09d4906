import { wireError } from '@beback/api/user-message';
import { Button } from '@mantine/core';
import { errorSentence } from '../../errors/error-sentence.ts';
import { signOut } from '../session/session.ts';
import styles from './invitation.module.css';
import { useJoin } from './use-join.ts';

interface JoinInvitationProps {
  token: string;
  here: string;
  workspaceName: string;
}

/** One click for the address that was invited; for another, the way to be that one. */
export function JoinInvitation({ token, here, workspaceName }: JoinInvitationProps) {
  const join = useJoin({ shownInPlace: true });
  if (wireError(join.error)?.reason === 'other_address') {
    return (
      <div className={styles.refused} role="alert">
        <p>{errorSentence(join.error)}</p>
        <Button onClick={() => void signOut(here)}>Sign in with that address</Button>
      </div>
    );
  }
  return (
    <div className={styles.join}>
      <Button autoFocus loading={join.isPending} onClick={() => join.mutate({ token })}>
        Join {workspaceName}
      </Button>
      {join.error ? (
        <p className={styles.problem} role="alert">
          {errorSentence(join.error)}
        </p>
      ) : null}
    </div>
  );
}
