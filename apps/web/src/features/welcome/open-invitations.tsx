import { Button } from '@mantine/core';
import type { OpenInvitation } from '../../api.ts';
import { useJoin } from '../invitation/use-join.ts';
import { roleWords } from '../member/role-words.ts';
import styles from './welcome.module.css';

/** The dealerships that wait for this address, one click each. */
export function OpenInvitations({ invitations }: { invitations: readonly OpenInvitation[] }) {
  const join = useJoin();
  return (
    <ul className={styles.invitations}>
      {invitations.map(({ invitationId, workspaceName, role, invitedBy }) => (
        <li key={invitationId} className={styles.invitation}>
          <p>
            <strong>{workspaceName}</strong> invited you as {roleWords[role]}.
            <span className={styles.sub}> {invitedBy} asked for you.</span>
          </p>
          <Button
            loading={join.isPending && 'invitationId' in join.variables && join.variables.invitationId === invitationId}
            disabled={join.isPending}
            aria-label={`Join ${workspaceName}`}
            onClick={() => join.mutate({ invitationId })}
          >
            Join
          </Button>
        </li>
      ))}
    </ul>
  );
}
