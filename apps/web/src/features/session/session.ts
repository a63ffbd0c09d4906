import { onKeptOut, reportError } from '../../errors/report-error.ts';
import { forgetReads } from '../../offline/kept-reads.ts';
import { client, queryClient, trpc } from '../../trpc.ts';
import { forgetWaiting, readWaiting } from '../quicklog/waiting/waiting-logs.ts';
import { postAuth } from './auth-requests.ts';
import { startClerk } from './clerk/start-clerk.ts';

/** Ends the session. The page is loaded anew, so that nothing of what was read stays in memory; `next` is where the next person goes. */
export async function signOut(next = '/'): Promise<void> {
  if (!(await leaveNothing())) return;
  const config = await queryClient.ensureQueryData(trpc.auth.config.queryOptions());
  const signIn = next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
  if (config.mode === 'clerk' && config.clerkPublishableKey) {
    const clerk = await startClerk(config.clerkPublishableKey);
    await clerk.signOut({ redirectUrl: signIn });
    return;
  }
  // The page leaves by itself in a moment: that the server no longer knows it, is no news.
  const wasKeptOut = onKeptOut(() => {});
  try {
    await postAuth('sign-out', {});
  } catch (error) {
    onKeptOut(wasKeptOut);
    reportError(error);
    return;
  }
  window.location.assign(signIn);
}

/** Removes from this device what was read and what waits; asks before anything is lost. Gives whether to go on. */
async function leaveNothing(): Promise<boolean> {
  const waiting = (await readWaiting().catch(() => [])).length;
  const what = waiting === 1 ? 'One log is' : `${waiting} logs are`;
  if (waiting > 0 && !window.confirm(`${what} not sent yet. Signing out deletes ${waiting === 1 ? 'it' : 'them'}.`))
    return false;
  await Promise.all([forgetReads(), forgetWaiting()]);
  sessionStorage.clear();
  return true;
}

/** Moves to another dealership of the same person; everything is read anew. */
export async function switchWorkspace(workspaceId: string): Promise<void> {
  await client.member.switchWorkspace.mutate({ workspaceId });
  await forgetReads();
  window.location.assign('/');
}
