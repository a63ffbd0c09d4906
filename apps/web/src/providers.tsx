import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { colorSchemeManager, cssVariables, theme } from './theme.ts';
import { queryClient } from './trpc.ts';
import notice from './undo/notifications.module.css';

/** What every screen stands in: the theme, the query cache, and the place where notices appear. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      <Notifications
        position="bottom-center"
        limit={3}
        transitionDuration={140}
        containerWidth={440}
        classNames={{ root: notice.root, notification: notice.notification }}
      />
    </MantineProvider>
  );
}
