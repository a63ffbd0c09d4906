import { Button, Input, PinInput } from '@mantine/core';
import { useState } from 'react';
import styles from './second-factor.module.css';

interface AppCodeFormProps {
  submit: string;
  pending: boolean;
  problem: string | null;
  onSubmit: (code: string) => void;
  onCancel?: () => void;
}

/** The six digits an authenticator app shows now. */
export function AppCodeForm({ submit, pending, problem, onSubmit, onCancel }: AppCodeFormProps) {
  const [code, setCode] = useState('');
  return (
    <form
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(code);
      }}
    >
      <Input.Wrapper error={problem} errorProps={{ role: 'alert' }}>
        <PinInput
          length={6}
          type="number"
          size="md"
          oneTimeCode
          autoFocus
          aria-label="Six digits from your app"
          error={Boolean(problem)}
          value={code}
          onChange={setCode}
        />
      </Input.Wrapper>
      <div className={styles.keep}>
        <Button type="submit" loading={pending} disabled={code.length < 6}>
          {submit}
        </Button>
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        ) : null}
      </div>
    </form>
  );
}
