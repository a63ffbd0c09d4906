import { wireError } from '@beback/api/user-message';
import type { Me } from '../../api.ts';
import { client, queryClient, trpc } from '../../trpc.ts';
import { hasSession } from '../session/auth-requests.ts';
import { signInAsDemoPerson } from '../sign-in/use-sign-in.ts';

/**
 * Makes the visitor a manager of the demo dealership, through the same sign-in everybody uses; whoever sees that floor
 * already stays who they are. Gives whether there is a demo here. Throws what sign-in throws.
 */
export async function openDemo(): Promise<boolean> {
  const config = await queryClient.ensureQueryData(trpc.auth.config.queryOptions());
  if (!config.demo) return false;
  const manager = config.demoPeople.find(({ role }) => role === 'manager');
  const me = await currentMember();
  const seesTheFloor = me?.sees === 'floor' && me.workspace.name === manager?.workspace;
  if (manager && !seesTheFloor) {
    await signInAsDemoPerson(manager.email);
    queryClient.clear();
  }
  await queryClient.ensureQueryData(trpc.member.me.queryOptions());
  return true;
}

/** Asked past the cache, which takes "not signed in" for the end of a session; here it is how most visitors come. */
async function currentMember(): Promise<Me | null> {
  if (!(await hasSession())) return null;
  try {
    return await client.member.me.query();
  } catch (error) {
    if (wireError(error)?.code === 'UNAUTHORIZED') return null;
    throw error;
  }
}
