import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { signInMessage } from '../../errors/sign-in-message.ts';
import { queryClient } from '../../trpc.ts';
import { readDemoCode, sendCode, signInWithCode } from '../session/auth-requests.ts';

const shownInPlace = { shownInPlace: true };

/** The steps of signing in, each with its own state; `problem` is the sentence to show. */
export function useSignIn(next: string) {
  const router = useRouter();
  const enter = async () => {
    queryClient.clear();
    await router.navigate({ href: next, replace: true });
  };
  const send = useMutation({ meta: shownInPlace, mutationFn: sendCode });
  const verify = useMutation({
    meta: shownInPlace,
    mutationFn: ({ email, code }: { email: string; code: string }) => signInWithCode(email, code),
    onSuccess: enter,
  });
  const asDemoPerson = useMutation({ meta: shownInPlace, mutationFn: signInAsDemoPerson, onSuccess: enter });
  const failed = [send, verify, asDemoPerson].find((step) => step.error);
  return { send, verify, asDemoPerson, problem: failed ? signInMessage(failed.error) : null };
}

export type SignIn = ReturnType<typeof useSignIn>;

/** Signs in as one of the demo dealership's people, through the same code everybody else gets. */
export async function signInAsDemoPerson(email: string): Promise<void> {
  await sendCode(email);
  await signInWithCode(email, (await readDemoCode(email)) ?? '');
}
