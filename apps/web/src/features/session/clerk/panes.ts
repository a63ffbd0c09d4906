import { lazy } from 'react';

/** Clerk's components, fetched only where this installation signs people in with Clerk. */
export const ClerkSignInPane = lazy(() => import('./clerk-sign-in-pane.tsx'));
export const ClerkProfilePane = lazy(() => import('./clerk-profile-pane.tsx'));
