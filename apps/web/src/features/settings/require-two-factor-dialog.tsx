import { Button, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMe } from '../session/use-me.ts';
import styles from './settings.module.css';
import { useUpdateWorkspace } from './use-update-workspace.ts';

/** Says what happens to people without a second factor before it happens to them. */
export function RequireTwoFactorDialog({ onClose }: { onClose: () => void }) {
  const { twoFactor } = useMe();
  const update = useUpdateWorkspace('Everybody is asked for a second factor now');
  const missing = twoFactor === false;
  return (
    <Modal opened onClose={onClose} size={440} title="Ask everybody for a second factor?">
      <div className={styles.dialog}>
        <p>
          Who has none sees nothing of the dealership from their next click on, until they have set one up in their
          profile. That takes a minute and an app on their phone. Texts and Slack go on as they are.
        </p>
        {missing ? (
          <p className={styles.warning}>
            You have none yourself yet, and would be the first to be shut out.{' '}
            <Link to="/settings" onClick={onClose}>
              Set one up in your profile
            </Link>
            , then come back.
          </p>
        ) : null}
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            Not now
          </Button>
          <Button
            disabled={missing}
            loading={update.isPending}
            onClick={() => update.mutate({ requireTwoFactor: true }, { onSettled: onClose })}
          >
            Ask everybody
          </Button>
        </div>
      </div>
    </Modal>
  );
}
