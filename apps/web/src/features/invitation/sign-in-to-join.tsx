import type { SignInConfig } from '../../api.ts';
import { SignInSteps } from '../sign-in/sign-in-steps.tsx';
import { useSignIn } from '../sign-in/use-sign-in.ts';

/** Signing in on the page of an invitation; it stays there, and then offers to join. */
export function SignInToJoin({ config, here, hint }: { config: SignInConfig; here: string; hint: string }) {
  return <SignInSteps config={config} signIn={useSignIn(here)} next={here} hint={hint} />;
}
