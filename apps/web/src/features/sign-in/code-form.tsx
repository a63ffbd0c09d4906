import { Button, Input, PinInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readDemoCode } from '../session/auth-requests.ts';
import styles from './sign-in.module.css';
import type { SignIn } from './use-sign-in.ts';

interface CodeFormProps {
  email: string;
  demo: boolean;
  signIn: SignIn;
  onBack: () => void;
}

/** The second step: the six digits. A demo dealership shows them, because it mails nothing. */
export function CodeForm({ email, demo, signIn, onBack }: CodeFormProps) {
  const [code, setCode] = useState('');
  const shown = useQuery({
    queryKey: ['demo-code', email],
    queryFn: () => readDemoCode(email),
    enabled: demo,
    gcTime: 0,
  });
  const verify = (digits: string) => signIn.verify.mutate({ email, code: digits });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        verify(code);
      }}
    >
      <p className={styles.note}>
        We sent six digits to <strong>{email}</strong>.
      </p>
      {shown.data ? (
        <p className={styles.code}>
          This is the demo, nothing was mailed. Your code is <strong className="tabular">{shown.data}</strong>
        </p>
      ) : null}
      <Input.Wrapper error={signIn.problem}>
        <PinInput
          length={6}
          type="number"
          size="md"
          oneTimeCode
          autoFocus
          aria-label="Six-digit code"
          value={code}
          onChange={setCode}
          onComplete={verify}
        />
      </Input.Wrapper>
      <div className={styles.row}>
        <Button type="submit" loading={signIn.verify.isPending} disabled={code.length < 6}>
          Sign in
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          Use another address
        </Button>
      </div>
    </form>
  );
}
