import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ErrorPanel } from '../../../errors/error-panel.tsx';
import { BoneLines } from '../../../ui/bone.tsx';
import type { LoadedClerk } from './load-clerk.ts';
import { startClerk } from './start-clerk.ts';

interface ClerkPaneProps {
  publishableKey: string;
  /** Puts one of Clerk's components into the element; gives what takes it out again. */
  mount: (clerk: LoadedClerk, node: HTMLDivElement) => () => void;
}

/** A place for one of Clerk's own components; says so when Clerk cannot be reached. */
export function ClerkPane({ publishableKey, mount }: ClerkPaneProps) {
  const node = useRef<HTMLDivElement>(null);
  const clerk = useQuery({
    queryKey: ['clerk', publishableKey],
    queryFn: () => startClerk(publishableKey),
    // A living object, which compares with nothing.
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    // Clerk tries again by itself.
    retry: false,
  });
  const loaded = clerk.data;
  useEffect(() => (loaded && node.current ? mount(loaded, node.current) : undefined), [loaded, mount]);
  if (clerk.isPending) return <BoneLines lines={3} />;
  if (!loaded) return <ErrorPanel error={clerk.error} onRetry={() => void clerk.refetch()} />;
  return <div ref={node} style={{ marginTop: 20 }} />;
}
