import { signOut } from '../features/session/session.ts';
import { TextButton } from '../ui/text-button.tsx';

/** Who this browser is signed in as, and the way to be somebody else. */
export function SignedInAs({ email, next = '/' }: { email: string; next?: string }) {
  return (
    <>
      <span>Signed in as {email}</span>
      <TextButton onClick={() => void signOut(next)}>Use another address</TextButton>
    </>
  );
}
