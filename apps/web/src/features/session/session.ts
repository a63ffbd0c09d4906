import { client, queryClient, trpc } from '../../trpc.ts';
import { postAuth } from './auth-requests.ts';
import { startClerk } from './clerk/start-clerk.ts';

/** Ends the session. The page is loaded anew, so that nothing of what was read stays in memory; `next` is where the next person goes. */
export async function signOut(next = '/'): Promise<void> {
  const config = await queryClient.ensureQueryData(trpc.auth.config.queryOptions());
  const signIn = next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
  if (config.mode === 'clerk' && config.clerkPublishableKey) {
    const clerk = await startClerk(config.clerkPublishableKey);
    await clerk.signOut({ redirectUrl: signIn });
    return;
  }
  await postAuth('sign-out', {});
  window.location.assign(signIn);
}

/** Moves to another dealership of the same person; everything is read anew. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  await client.member.switchWorkspace.mutate({ workspaceId });
  window.location.assign('/');
}
