import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { signInMessage } from '../../errors/sign-in-message.ts';
import { queryClient } from '../../trpc.ts';
import { readDemoCode, SignInRefused, sendCode, signInWithCode } from '../session/auth-requests.ts';
import { verifyAppCode, verifyRecoveryCode } from '../session/second-factor-requests.ts';

const shownInPlace = { shownInPlace: true };
type Step = 'email' | 'code' | 'second factor';

/** The steps of signing in, each with its own state; `problem` is the sentence to show. */
export function useSignIn(next: string) {
  const router = useRouter();
  const [step, setStep] = useState<Step>('email');
  const enter = async () => {
    queryClient.clear();
    await router.navigate({ href: next, replace: true });
    // Where somebody signs in on the page they wanted, the address stays and the page has to be read again.
    await router.invalidate();
  };
  const goOn = (outcome: 'done' | 'second factor') => (outcome === 'done' ? enter() : setStep(outcome));
  const send = useMutation({ meta: shownInPlace, mutationFn: sendCode, onSuccess: () => setStep('code') });
  const verify = useMutation({
    meta: shownInPlace,
    mutationFn: ({ email, code }: { email: string; code: string }) => signInWithCode(email, code),
    onSuccess: goOn,
  });
  const confirm = useMutation({
    meta: shownInPlace,
    mutationFn: ({ code, recovery }: { code: string; recovery: boolean }) =>
      recovery ? verifyRecoveryCode(code) : verifyAppCode(code),
    onSuccess: enter,
  });
  const asDemoPerson = useMutation({ meta: shownInPlace, mutationFn: signInAsDemoPerson, onSuccess: goOn });
  const steps = [send, verify, confirm, asDemoPerson];
  const startOver = () => {
    for (const each of steps) each.reset();
    setStep('email');
  };
  const failed = steps.find((each) => each.error);
  return {
    step,
    send,
    verify,
    confirm,
    asDemoPerson,
    startOver,
    problem: failed ? signInMessage(failed.error) : null,
    /** The step cannot be finished any more, only begun anew. */
    overdue: failed?.error instanceof SignInRefused && failed.error.code === 'INVALID_TWO_FACTOR_COOKIE',
  };
}

export type SignIn = ReturnType<typeof useSignIn>;

/** Signs in as one of the demo dealership's people, through the same code everybody else gets. */
export async function signInAsDemoPerson(email: string): Promise<'done' | 'second factor'> {
  await sendCode(email);
  return signInWithCode(email, (await readDemoCode(email)) ?? '');
}
