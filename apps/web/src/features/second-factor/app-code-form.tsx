import { Button } from '@mantine/core';
import { useState } from 'react';
import { CodeInput } from '../../ui/code-input.tsx';
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
      <CodeInput label="Code from your app" value={code} problem={problem} onChange={setCode} />
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
