import { IconArrowRight, IconLayoutKanban } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CodeForm } from './code-form.tsx';
import { DemoPeople, type DemoPerson } from './demo-people.tsx';
import { EmailForm } from './email-form.tsx';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in.ts';

interface SignInPageProps {
  config: { demo: boolean; demoPeople: DemoPerson[] };
  next: string;
  ended: boolean;
}

/** E-mail, then a code; in the demo dealership its people are offered, and the way to /demo comes first. */
export function SignInPage({ config, next, ended }: SignInPageProps) {
  const [email, setEmail] = useState<string | null>(null);
  const signIn = useSignIn(next);
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <img src="/icon.svg" alt="" width={40} height={40} className={styles.mark} />
        <h1>{email ? 'Enter the code' : 'Sign in to Beback'}</h1>
        {ended && !email ? (
          <p className={styles.note}>Your session has ended. Sign in to go on where you were.</p>
        ) : null}
        {email ? (
          <CodeForm email={email} demo={config.demo} signIn={signIn} onBack={() => setEmail(null)} />
        ) : (
          <EmailForm signIn={signIn} onSent={setEmail} />
        )}
      </div>
      {config.demo ? (
        <div className={styles.column}>
          <Link to="/demo" className={styles.demo}>
            <IconLayoutKanban size={22} stroke={1.6} aria-hidden />
            <span>
              <strong>Try it: text and Slack beside the live board</strong>
              <span className={styles.sub}>No account needed. Takes a minute.</span>
            </span>
            <IconArrowRight size={18} stroke={1.6} aria-hidden />
          </Link>
          <DemoPeople people={config.demoPeople} signIn={signIn} />
        </div>
      ) : null}
    </main>
  );
}
