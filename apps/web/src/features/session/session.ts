import { client } from '../../trpc.ts';
import { postAuth } from './auth-requests.ts';

/** Ends the session. The page is loaded anew, so that nothing of what was read stays in memory. */
export async function signOut(): Promise<void> {
  await postAuth('sign-out', {});
  window.location.assign('/sign-in');
}

/** Moves to another dealership of the same person; everything is read anew. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  await client.member.switchWorkspace.mutate({ workspaceId });
  window.location.assign('/');
}
