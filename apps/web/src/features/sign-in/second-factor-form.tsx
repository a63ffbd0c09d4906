import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CodeInput } from '../../ui/code-input.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './sign-in.module.css';
import type { SignIn } from './use-sign-in.ts';

/** The last step, for who asked for it: the app's six digits, or one of the recovery codes. */
export function SecondFactorForm({ signIn }: { signIn: SignIn }) {
  const [recovery, setRecovery] = useState(false);
  const [code, setCode] = useState('');
  const [tries, setTries] = useState(0);
  const { confirm, problem } = signIn;
  const submit = (given: string) => confirm.mutate({ code: given.trim(), recovery }, { onError: again });
  const again = () => {
    setCode('');
    setTries(tries + 1);
  };
  const change = () => {
    confirm.reset();
    setCode('');
    setRecovery(!recovery);
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
        {recovery
          ? 'One of the recovery codes you kept when you set up your second factor. Each works once.'
          : 'The six digits that your authenticator app shows for Beback.'}
      </p>
      {recovery ? (
        <TextInput
          key="recovery"
          label="Recovery code"
          autoFocus
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={code}
          error={problem}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      ) : (
        <CodeInput
          key={tries}
          label="Code from your app"
          value={code}
          problem={problem}
          onChange={setCode}
          onComplete={submit}
        />
      )}
      <div className={styles.row}>
        <Button type="submit" loading={confirm.isPending} disabled={code.trim().length < 6 || signIn.overdue}>
          Sign in
        </Button>
        <Button variant="subtle" color="gray" onClick={signIn.startOver}>
          Start over
        </Button>
      </div>
      <div>
        <TextButton onClick={change}>
          {recovery ? 'Use the authenticator app' : 'Phone not at hand? Use a recovery code'}
        </TextButton>
      </div>
    </form>
  );
}
