import { createFileRoute } from '@tanstack/react-router';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { queryClient, trpc } from '../trpc.ts';

interface SignInSearch {
  next?: string;
  ended?: boolean;
}

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    // Only an address of our own: a link must not lead somebody who just signed in elsewhere.
    ...(typeof search.next === 'string' && /^\/(?![/\\])/.test(search.next) ? { next: search.next } : {}),
    ...(search.ended ? { ended: true } : {}),
  }),
  loader: () => queryClient.ensureQueryData(trpc.auth.config.queryOptions()),
  component: Screen,
});

function Screen() {
  const { next = '/', ended = false } = Route.useSearch();
  return <SignInPage config={Route.useLoaderData()} next={next} ended={ended} />;
}
