// Only ever imported on demand: a megabyte that an installation with local sign-in never loads.
import { Clerk } from '@clerk/clerk-js';
import { ui } from '@clerk/ui';
import { clerkAppearance } from './clerk-appearance.ts';

export type LoadedClerk = Clerk;

/** Starts Clerk with its own components, from our origin; only its test for robots comes from elsewhere. Throws when Clerk does not answer. */
export async function loadClerk(publishableKey: string): Promise<LoadedClerk> {
  const clerk = new Clerk(publishableKey);
  await clerk.load({
    ui,
    appearance: clerkAppearance,
    signInUrl: '/sign-in',
    signUpUrl: '/sign-in',
    afterSignOutUrl: '/sign-in',
    telemetry: false,
  });
  // Without an answer it goes on with what it guesses, and offers fields that nobody asked for.
  if (!clerk.isSignedIn && isGuess(clerk)) throw new Error('Clerk does not answer');
  return clerk;
}

/** An application has a name; where there is none, this is what Clerk makes up while its servers are out of reach. */
function isGuess({ __internal_environment: environment }: Clerk): boolean {
  return !environment?.displayConfig.applicationName;
}
