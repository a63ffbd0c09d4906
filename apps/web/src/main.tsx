import './mantine-styles.ts';
import '@fontsource-variable/inter/wght.css';
import './theme.css';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { onKeptOut } from './errors/report-error.ts';
import { wayIn } from './features/session/enter.ts';
import { Providers } from './providers.tsx';
import { router } from './router.ts';
import { queryClient, trpc } from './trpc.ts';

onKeptOut((error) => {
  const { href } = router.state.location;
  // Nobody was let in yet: that is a visitor on the way in, not somebody who was sent out.
  const way = queryClient.getQueryData(trpc.member.me.queryKey()) ? wayIn(error, href) : null;
  if (!way) return;
  queryClient.clear();
  void router.navigate(way.to === '/sign-in' ? { ...way, search: { next: href, ended: true } } : way);
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
createRoot(root).render(
  <Providers>
    <RouterProvider router={router} />
  </Providers>,
);
