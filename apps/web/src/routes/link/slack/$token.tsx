import { createFileRoute } from '@tanstack/react-router';
import { SlackLinkPage } from '../../../features/link/slack-link-page.tsx';
import { enterAsMember } from '../../../features/session/enter.ts';
import { settled } from '../../../features/session/settled.ts';
import { client } from '../../../trpc.ts';

export const Route = createFileRoute('/link/slack/$token')({
  loader: async ({ params, location }) => {
    const me = await enterAsMember(location.href);
    return { me, link: await settled(client.link.lookSlack.query({ token: params.token })) };
  },
  component: Screen,
});

function Screen() {
  const { token } = Route.useParams();
  return <SlackLinkPage {...Route.useLoaderData()} token={token} />;
}
