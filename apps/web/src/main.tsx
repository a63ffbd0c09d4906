import './mantine-styles.ts';
import '@fontsource-variable/inter/wght.css';
import './theme.css';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { barredBy } from './errors/barred.ts';
import { onKeptOut } from './errors/report-error.ts';
import { wayIn } from './features/session/enter.ts';
import { forgetReads } from './offline/kept-reads.ts';
import { registerWorker } from './offline/register-worker.ts';
import { Providers } from './providers.tsx';
import { router } from './router.ts';
import { offerNewVersion } from './shell/offer-new-version.tsx';
import { queryClient, trpc } from './trpc.ts';

registerWorker(offerNewVersion);

onKeptOut((error) => {
  // What the next person of this device may not see: the dealership as the last one read it.
  if (barredBy(error) === 'signed_out') void forgetReads();
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
