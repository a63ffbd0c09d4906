import { createFileRoute } from '@tanstack/react-router';
import { enterAsMember, readSignIn } from '../../features/session/enter.ts';
import { BeginPage } from '../../features/welcome/begin-page.tsx';

export const Route = createFileRoute('/welcome/begin')({
  loader: async ({ location }) => {
    const [{ demo }] = await Promise.all([readSignIn(), enterAsMember(location.href)]);
    return { demo };
  },
  component: Screen,
});

function Screen() {
  return <BeginPage demo={Route.useLoaderData().demo} />;
}
