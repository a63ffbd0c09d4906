// Only ever imported on demand: a megabyte that an installation with local sign-in never loads.
import { Clerk } from '@clerk/clerk-js';
import { ui } from '@clerk/ui';

export type LoadedClerk = Clerk;

/** Starts Clerk with its own components, from our origin; only its test for robots comes from elsewhere. Throws when Clerk does not answer. */
export async function loadClerk(publishableKey: string): Promise<LoadedClerk> {
  const clerk = new Clerk(publishableKey);
  await clerk.load({ ui, signInUrl: '/sign-in', signUpUrl: '/sign-in', afterSignOutUrl: '/sign-in', telemetry: false });
  return clerk;
}
