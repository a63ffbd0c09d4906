import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CodeInput } from '../../ui/code-input.tsx';
import { readDemoCode } from '../session/auth-requests.ts';
import { ResendCode } from './resend-code.tsx';
import styles from './sign-in.module.css';
import type { SignIn } from './use-sign-in.ts';

interface CodeFormProps {
  email: string;
  demo: boolean;
  signIn: SignIn;
}

/** The second step: the six digits. A demo dealership shows them, because it mails nothing. */
export function CodeForm({ email, demo, signIn }: CodeFormProps) {
  const [code, setCode] = useState('');
  const [tries, setTries] = useState(0);
  const { send, verify } = signIn;
  const shown = useQuery({
    queryKey: ['demo-code', email, send.submittedAt],
    queryFn: () => readDemoCode(email),
    // A code that is being used is not looked for again.
    enabled: demo && send.isSuccess && !verify.isPending && !verify.isSuccess,
    gcTime: 0,
  });
  const submit = (digits: string) => verify.mutate({ email, code: digits }, { onError: again });
  const again = () => {
    setCode('');
    setTries(tries + 1);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit(code);
      }}
    >
      <p className={styles.note}>
        We sent six digits to <strong>{email}</strong>. They work once, for ten minutes.
      </p>
      {shown.data ? (
        <p className={styles.code}>
          This is the demo, nothing was mailed. Your code is <strong className="tabular">{shown.data}</strong>
        </p>
      ) : null}
      <CodeInput
        key={tries}
        label="Code from the mail"
        value={code}
        problem={signIn.problem}
        onChange={setCode}
        onComplete={submit}
      />
      <div className={styles.row}>
        <Button type="submit" loading={verify.isPending} disabled={code.length < 6}>
          Sign in
        </Button>
        <Button variant="subtle" color="gray" onClick={signIn.startOver}>
          Use another address
        </Button>
      </div>
      <ResendCode key={send.submittedAt} pending={send.isPending} onSend={() => send.mutate(email)} />
    </form>
  );
}
