import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './sign-in.module.css';
import type { SignIn } from './use-sign-in.ts';

interface EmailFormProps {
  signIn: SignIn;
  email: string;
  /** What the address looks like, where only its owner knows the rest. */
  hint: string | undefined;
  onEmail: (email: string) => void;
}

/** The first step: which address the code goes to. */
export function EmailForm({ signIn, email: known, hint, onEmail }: EmailFormProps) {
  const [email, setEmail] = useState(known);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onEmail(email.trim());
        signIn.send.mutate(email.trim());
      }}
    >
      <TextInput
        type="email"
        required
        autoFocus
        label="Work e-mail"
        placeholder={hint ?? 'you@dealership.com'}
        autoComplete="email"
        inputMode="email"
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
