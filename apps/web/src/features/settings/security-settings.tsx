import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { ClerkProfilePane } from '../session/clerk/panes.ts';
import { SecondFactorSettings } from './second-factor-settings.tsx';
import { SessionSettings } from './session-settings.tsx';

/** How one proves who one is, and where one is signed in. */
export function SecuritySettings() {
  const config = useQuery(trpc.auth.config.queryOptions());
  if (config.isPending) return <BoneLines lines={4} />;
  if (!config.data) return <ErrorPanel error={config.error} onRetry={() => void config.refetch()} />;
  const { mode, clerkPublishableKey } = config.data;
  if (mode === 'clerk') {
    return (
      <Suspense fallback={<BoneLines lines={4} />}>
        <ClerkProfilePane publishableKey={clerkPublishableKey ?? ''} />
      </Suspense>
    );
  }
  return (
    <>
      <SecondFactorSettings />
      <SessionSettings />
    </>
  );
}
