import { IconArrowRight, IconLayoutKanban } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { SignInConfig } from '../../api.ts';
import { Doorway } from '../../shell/doorway.tsx';
import { DemoPeople } from './demo-people.tsx';
import styles from './sign-in.module.css';
import { SignInSteps } from './sign-in-steps.tsx';
import { useSignIn } from './use-sign-in.ts';

interface SignInPageProps {
  config: SignInConfig;
  next: string;
  ended: boolean;
}

const titles = { email: 'Sign in to Beback', code: 'Enter the code', 'second factor': 'One more code' };

/** E-mail, then a code; in the demo dealership its people are offered, and the way to /demo comes first. */
export function SignInPage({ config, next, ended }: SignInPageProps) {
  const signIn = useSignIn(next);
  const first = signIn.step === 'email';
  return (
    <Doorway
      title={titles[signIn.step]}
      lead={first && ended ? 'You were signed out. Sign in to go on where you were.' : undefined}
      aside={config.demo ? <DemoAside config={config} signIn={signIn} /> : undefined}
    >
      <SignInSteps config={config} signIn={signIn} next={next} />
      {first && config.mode === 'local' ? (
        <p className={styles.fine}>New here? The same way: your address, a code, then your dealership.</p>
      ) : null}
    </Doorway>
  );
}

function DemoAside({ config, signIn }: { config: SignInConfig; signIn: ReturnType<typeof useSignIn> }) {
  return (
    <>
      <Link to="/demo" className={styles.demo}>
        <IconLayoutKanban size={22} stroke={1.6} aria-hidden />
        <span>
          <strong>Try it: text and Slack beside the live board</strong>
          <span className={styles.sub}>No account needed. Takes a minute.</span>
        </span>
        <IconArrowRight size={18} stroke={1.6} aria-hidden />
      </Link>
      <DemoPeople people={config.demoPeople} signIn={signIn} />
    </>
  );
}
