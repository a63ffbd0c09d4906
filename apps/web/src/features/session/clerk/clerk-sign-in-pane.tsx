import { wireError } from '@beback/api/user-message';
import { Button } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { client } from '../../../trpc.ts';
import { Empty } from '../../../ui/empty.tsx';
import { signOut } from '../session.ts';
import { ClerkPane } from './clerk-pane.tsx';
import type { LoadedClerk } from './load-clerk.ts';

/** Clerk's own sign-in and sign-up; who is signed in there already goes on at once. */
export default function ClerkSignInPane({ publishableKey, next }: { publishableKey: string; next: string }) {
  const router = useRouter();
  const [refused, setRefused] = useState(false);
  const mount = useCallback(
    (clerk: LoadedClerk, node: HTMLDivElement) => {
      if (clerk.isSignedIn) {
        void isAccepted().then((yes) => (yes ? router.navigate({ href: next, replace: true }) : setRefused(true)));
        return () => {};
      }
      const redirect = { forceRedirectUrl: next, signUpForceRedirectUrl: next };
      clerk.mountSignIn(node, { routing: 'hash', withSignUp: true, ...redirect });
      return () => clerk.unmountSignIn(node);
    },
    [next, router],
  );
  if (refused) {
    return (
      <Empty
        role="alert"
        title="Clerk knows you, but Beback does not accept its word."
        text="The keys of this installation may belong to another Clerk application. Tell whoever runs it."
        action={
          <Button variant="default" onClick={() => void signOut()}>
            Sign out
          </Button>
        }
      />
    );
  }
  return <ClerkPane publishableKey={publishableKey} mount={mount} />;
}

async function isAccepted(): Promise<boolean> {
  try {
    await client.person.me.query();
    return true;
  } catch (error) {
    return wireError(error)?.code !== 'UNAUTHORIZED';
  }
}
