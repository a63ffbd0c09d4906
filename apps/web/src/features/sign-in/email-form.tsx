import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './sign-in.module.css';
import type { SignIn } from './use-sign-in.ts';

/** The first step: which address the code goes to. */
export function EmailForm({ signIn, onSent }: { signIn: SignIn; onSent: (email: string) => void }) {
  const [email, setEmail] = useState('');
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        signIn.send.mutate(email.trim(), { onSuccess: () => onSent(email.trim()) });
      }}
    >
      <TextInput
        type="email"
        required
        autoFocus
        label="Work e-mail"
        placeholder="you@dealership.com"
        autoComplete="email"
        value={email}
        error={signIn.problem}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <Button type="submit" loading={signIn.send.isPending}>
        Send me a code
      </Button>
    </form>
  );
}
