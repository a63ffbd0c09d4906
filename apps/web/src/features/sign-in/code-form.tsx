import { Button, Input, PinInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
    enabled: demo && send.isSuccess,
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
      <Input.Wrapper error={signIn.problem} errorProps={{ role: 'alert' }}>
        <PinInput
          key={tries}
          length={6}
          type="number"
          size="md"
          oneTimeCode
          autoFocus
          aria-label="Six-digit code"
          error={Boolean(signIn.problem)}
          value={code}
          onChange={setCode}
          onComplete={submit}
        />
      </Input.Wrapper>
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
