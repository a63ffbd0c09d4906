import { createFileRoute } from '@tanstack/react-router';
import { type NextSearch, readNext } from '../features/session/next.ts';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { queryClient, trpc } from '../trpc.ts';

interface SignInSearch extends NextSearch {
  ended?: boolean;
}

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): SignInSearch => ({
    ...readNext(search),
    ...(search.ended ? { ended: true } : {}),
  }),
  loader: () => queryClient.ensureQueryData(trpc.auth.config.queryOptions()),
  component: Screen,
});

function Screen() {
  const { next = '/', ended = false } = Route.useSearch();
  return <SignInPage config={Route.useLoaderData()} next={next} ended={ended} />;
}
