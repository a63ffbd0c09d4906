import { useState } from 'react';
import type { Person } from '../../api.ts';
import { Doorway } from '../../shell/doorway.tsx';
import { SignedInAs } from '../../shell/signed-in-as.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { NewDealershipForm } from './new-dealership-form.tsx';
import { OpenInvitations } from './open-invitations.tsx';
import styles from './welcome.module.css';
import { Workspaces } from './workspaces.tsx';

/** For somebody without a dealership, or on the way to another: what waits for them, or one of their own. */
export function WelcomePage({ person, fresh }: { person: Person; fresh: boolean }) {
  const { invitations, workspaces, name, email } = person;
  const [creating, setCreating] = useState(fresh || invitations.length + workspaces.length === 0);
  if (creating) {
    return (
      <Doorway
        wide
        title="Open your dealership"
        lead="Half a minute. All of it can be changed later."
        foot={<SignedInAs email={email} />}
      >
        <NewDealershipForm name={name} />
        {invitations.length + workspaces.length > 0 ? (
          <p className={styles.other}>
            <TextButton onClick={() => setCreating(false)}>Back to the dealerships that know you</TextButton>
          </p>
        ) : null}
      </Doorway>
    );
  }
  return (
    <Doorway wide title={name ? `Welcome, ${name}` : 'Welcome'} foot={<SignedInAs email={email} />}>
      {invitations.length > 0 ? <OpenInvitations invitations={invitations} /> : null}
      {workspaces.length > 0 ? <Workspaces workspaces={workspaces} /> : null}
      <p className={styles.other}>
        Or <TextButton onClick={() => setCreating(true)}>open a dealership of your own</TextButton>
      </p>
    </Doorway>
  );
}
