import './mantine-styles.ts';
import '@fontsource-variable/inter/wght.css';
import './theme.css';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { onSessionEnded } from './errors/report-error.ts';
import { Providers } from './providers.tsx';
import { router } from './router.ts';
import { queryClient } from './trpc.ts';

onSessionEnded(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.clear();
  void router.navigate({ to: '/sign-in', search: { next: href, ended: true } });
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <Providers>
    <RouterProvider router={router} />
  </Providers>,
);
