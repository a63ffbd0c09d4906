import { createFileRoute } from '@tanstack/react-router';
import { InvitationPage } from '../../features/invitation/invitation-page.tsx';
import { readSignIn, readVisitor } from '../../features/session/enter.ts';
import { settled } from '../../features/session/settled.ts';
import { client } from '../../trpc.ts';

export const Route = createFileRoute('/invitation/$token')({
  loader: async ({ params }) => {
    const [config, person, invitation] = await Promise.all([
      readSignIn(),
      readVisitor(),
      settled(client.invitation.look.query({ token: params.token })),
    ]);
    return { config, person, invitation };
  },
  component: Screen,
});

function Screen() {
  const { token } = Route.useParams();
  return <InvitationPage {...Route.useLoaderData()} token={token} />;
}
