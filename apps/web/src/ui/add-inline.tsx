import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import styles from './inline-edit.module.css';
import { TextButton } from './text-button.tsx';

interface AddInlineProps {
  /** What the button says: "Add a phone". */
  action: string;
  label: string;
  type: 'tel' | 'email' | 'text';
  onAdd: (text: string) => void;
}

/** A button that turns into a field for one more; Enter or leaving adds it, Escape does not. */
export function AddInline({ action, label, type, onAdd }: AddInlineProps) {
  const [text, setText] = useState<string | null>(null);
  if (text === null) {
    return (
      <TextButton onClick={() => setText('')}>
        <IconPlus size={14} aria-hidden /> {action}
      </TextButton>
    );
  }
  const leave = (save: boolean) => {
    if (save && text.trim()) onAdd(text.trim());
    setText(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    leave(event.key === 'Enter');
  };
  return (
    <input
      ref={(input) => input?.focus()}
      className={styles.input}
      type={type}
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => leave(true)}
      onKeyDown={onKeyDown}
    />
  );
}
