import { useRouter } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { Person, SignInConfig } from '../../api.ts';
import { Doorway } from '../../shell/doorway.tsx';
import { SignedInAs } from '../../shell/signed-in-as.tsx';
import { queryClient } from '../../trpc.ts';
import { TextButton } from '../../ui/text-button.tsx';
import { ClerkProfilePane } from '../session/clerk/panes.ts';
import { switchWorkspace } from '../session/session.ts';
import styles from './second-factor.module.css';
import { SetUpSecondFactor } from './set-up.tsx';

interface SecondFactorPageProps {
  config: SignInConfig;
  person: Person;
  next: string;
}

/** For somebody whose dealership asks for a second factor they do not have yet: sets it up, then lets them in. */
export function SecondFactorPage({ config, person, next }: SecondFactorPageProps) {
  const router = useRouter();
  const enter = () => {
    queryClient.clear();
    void router.navigate({ href: next, replace: true });
  };
  const clerk = config.mode === 'clerk';
  return (
    <Doorway
      wide
      title="Your dealership asks for a second factor"
      lead="Customers' data stays closed to whoever only gets hold of your mailbox. It takes a minute, once."
      foot={<SignedInAs email={person.email} next={next} />}
    >
      {clerk ? (
        <Suspense>
          <ClerkProfilePane publishableKey={config.clerkPublishableKey ?? ''} />
          <TextButton onClick={enter}>Done, let me in</TextButton>
        </Suspense>
      ) : (
        <SetUpSecondFactor onDone={enter} />
      )}
      {person.workspaces.length > 1 ? (
        <p className={styles.others}>
          Or go to{' '}
          {person.workspaces.map(({ workspaceId, name }) => (
            <TextButton key={workspaceId} onClick={() => void switchWorkspace(workspaceId)}>
              {name}
            </TextButton>
          ))}
        </p>
      ) : null}
    </Doorway>
  );
}
