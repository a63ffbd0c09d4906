import { wireError } from '@beback/api/user-message';
import { createFileRoute, redirect } from '@tanstack/react-router';
import { AppShell } from '../shell/app-shell.tsx';
import { ShellBones } from '../shell/shell-bones.tsx';
import { queryClient, trpc } from '../trpc.ts';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(trpc.member.me.queryOptions());
    } catch (error) {
      if (wireError(error)?.code !== 'UNAUTHORIZED') throw error;
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    }
  },
  component: AppShell,
  pendingComponent: ShellBones,
});
