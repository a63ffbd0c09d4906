import { createFileRoute } from '@tanstack/react-router';
import { enterAsPerson } from '../../features/session/enter.ts';
import { WelcomePage } from '../../features/welcome/welcome-page.tsx';

export const Route = createFileRoute('/welcome/')({
  validateSearch: (search: Record<string, unknown>): { fresh?: true } => (search.fresh ? { fresh: true } : {}),
  loader: ({ location }) => enterAsPerson(location.href),
  component: Screen,
});

function Screen() {
  const { fresh = false } = Route.useSearch();
  return <WelcomePage key={String(fresh)} person={Route.useLoaderData()} fresh={fresh} />;
}
