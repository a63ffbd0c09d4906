import { createFileRoute } from '@tanstack/react-router';
import { enterAsMember } from '../features/session/enter.ts';
import { AppShell } from '../shell/app-shell.tsx';
import { ShellBones } from '../shell/shell-bones.tsx';

export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    await enterAsMember(location.href);
  },
  component: AppShell,
  pendingComponent: ShellBones,
});
