import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from '../settings.module.css';

interface AddEntryProps {
  label: string;
  placeholder: string;
  /** What there is already; the same twice helps nobody. */
  taken: readonly string[];
  onAdd: (name: string) => void;
}

/** Adds an entry at the end of a list. */
export function AddEntry({ label, placeholder, taken, onAdd }: AddEntryProps) {
  const [name, setName] = useState('');
  const typed = name.trim();
  const known = taken.some((other) => other.toLowerCase() === typed.toLowerCase());
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (!typed || known) return;
        onAdd(typed);
        setName('');
      }}
    >
      <TextInput
        className={styles.main}
        aria-label={label}
        placeholder={placeholder}
        maxLength={60}
        value={name}
        error={typed && known ? 'Is in the list already.' : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!typed || known}>
        {label}
      </Button>
    </form>
  );
}
