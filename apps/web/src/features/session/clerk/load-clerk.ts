// Only ever imported on demand: half a megabyte that an installation with local sign-in never loads.
import { Clerk } from '@clerk/clerk-js/no-rhc';
import { ui } from '@clerk/ui/no-rhc';

export type LoadedClerk = Clerk;

/** Starts Clerk with its own components, all of it from our origin. Throws when Clerk does not answer. */
export async function loadClerk(publishableKey: string): Promise<LoadedClerk> {
  const clerk = new Clerk(publishableKey);
  await clerk.load({ ui, signInUrl: '/sign-in', signUpUrl: '/sign-in', afterSignOutUrl: '/sign-in', telemetry: false });
  return clerk;
}
