import { Suspense, useState } from 'react';
import type { SignInConfig } from '../../api.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { ClerkSignInPane } from '../session/clerk/panes.ts';
import { CodeForm } from './code-form.tsx';
import { EmailForm } from './email-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';
import type { SignIn } from './use-sign-in.ts';

interface SignInStepsProps {
  config: SignInConfig;
  signIn: SignIn;
  next: string;
  hint?: string;
}

/** An address, the code that was mailed, a second factor where there is one; or Clerk's own steps. */
export function SignInSteps({ config, signIn, next, hint }: SignInStepsProps) {
  const [email, setEmail] = useState('');
  if (config.mode === 'clerk') {
    return (
      <Suspense fallback={<BoneLines lines={3} />}>
        <ClerkSignInPane publishableKey={config.clerkPublishableKey ?? ''} next={next} />
      </Suspense>
    );
  }
  if (signIn.step === 'email') return <EmailForm signIn={signIn} email={email} hint={hint} onEmail={setEmail} />;
  if (signIn.step === 'code') return <CodeForm signIn={signIn} email={email} demo={config.demo} />;
  return <SecondFactorForm signIn={signIn} />;
}
