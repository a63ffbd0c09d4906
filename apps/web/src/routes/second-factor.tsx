import { createFileRoute } from '@tanstack/react-router';
import { SecondFactorPage } from '../features/second-factor/second-factor-page.tsx';
import { enterAsPerson, readSignIn } from '../features/session/enter.ts';
import { readNext } from '../features/session/next.ts';

export const Route = createFileRoute('/second-factor')({
  validateSearch: readNext,
  loader: async ({ location }) => {
    const [config, person] = await Promise.all([readSignIn(), enterAsPerson(location.href)]);
    return { config, person };
  },
  component: Screen,
});

function Screen() {
  const { next = '/' } = Route.useSearch();
  return <SecondFactorPage {...Route.useLoaderData()} next={next} />;
}
