import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { errorSentence } from '../../errors/error-sentence.ts';
import { trpc } from '../../trpc.ts';
import { useMe } from '../session/use-me.ts';
import styles from './profile.module.css';

/** The way out of a dealership for good; says what happens first, and what stands in the way. */
export function LeaveDealership() {
  const { workspace } = useMe();
  const [asking, dialog] = useDisclosure();
  const leave = useMutation(
    trpc.member.leave.mutationOptions({
      meta: { shownInPlace: true },
      // Everything that was read here is not this person's any more.
      onSuccess: () => window.location.assign('/'),
    }),
  );
  return (
    <>
      <Button variant="subtle" color="gray" className={styles.grave} onClick={dialog.open}>
        Leave {workspace.name}
      </Button>
      <Modal opened={asking} onClose={dialog.close} size={440} title={`Leave ${workspace.name}?`}>
        <div className={styles.leaving}>
          <p>
            You see nothing of it from then on, and your phone and Slack log nothing there. What you did stays, with
            your name. Only a new invitation brings you back.
          </p>
          {leave.error ? (
            <p className={styles.problem} role="alert">
              {errorSentence(leave.error)}
            </p>
          ) : null}
          <div className={styles.actions}>
            <Button variant="default" data-autofocus onClick={dialog.close}>
              Stay
            </Button>
            <Button variant="default" className={styles.grave} loading={leave.isPending} onClick={() => leave.mutate()}>
              Leave
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
