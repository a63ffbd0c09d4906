import { useCallback } from 'react';
import { ClerkPane } from './clerk-pane.tsx';
import type { LoadedClerk } from './load-clerk.ts';

/** Clerk's own profile: addresses, second factor, devices. */
export default function ClerkProfilePane({ publishableKey }: { publishableKey: string }) {
  const mount = useCallback((clerk: LoadedClerk, node: HTMLDivElement) => {
    clerk.mountUserProfile(node, { routing: 'hash' });
    return () => clerk.unmountUserProfile(node);
  }, []);
  return <ClerkPane publishableKey={publishableKey} mount={mount} />;
}
