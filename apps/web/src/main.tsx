import './mantine-styles.ts';
import '@fontsource-variable/inter/wght.css';
import './theme.css';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { onSessionEnded } from './errors/report-error.ts';
import { Providers } from './providers.tsx';
import { router } from './router.ts';
import { queryClient, trpc } from './trpc.ts';

onSessionEnded(() => {
  const { pathname, href } = router.state.location;
  // Nobody was signed in yet: that is a visitor on the way to the sign-in page, not a session that ended.
  const known = queryClient.getQueryData(trpc.member.me.queryKey());
  if (pathname === '/sign-in' || !known) return;
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
