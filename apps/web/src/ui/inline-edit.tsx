import { type KeyboardEvent, useState } from 'react';
import styles from './inline-edit.module.css';

interface InlineEditProps {
  label: string;
  shown: string;
  /** More about it, small, behind it. */
  aside?: string | undefined;
  value: string;
  readOnly?: boolean;
  inputMode?: 'decimal' | 'numeric' | 'text';
  onSave: (text: string) => void;
}

/** A fact that turns into its own field when it is clicked; Enter or leaving saves, Escape does not. */
export function InlineEdit(props: InlineEditProps) {
  const { label, shown, aside, value, readOnly = false, inputMode = 'text', onSave } = props;
  const [text, setText] = useState<string | null>(null);
  const fact = (
    <>
      {shown}
      {aside ? <span className={styles.aside}> {aside}</span> : null}
    </>
  );
  if (readOnly) return <span className={styles.fixed}>{fact}</span>;
  if (text === null) {
    return (
      <button
        type="button"
        className={styles.shown}
        aria-label={`${label}: ${[shown, aside].filter(Boolean).join(' ')}. Edit`}
        onClick={() => setText(value)}
      >
        {fact}
      </button>
    );
  }
  const leave = (save: boolean) => {
    if (save && text.trim() !== value) onSave(text.trim());
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
      aria-label={label}
      inputMode={inputMode}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => leave(true)}
      onKeyDown={onKeyDown}
    />
  );
}
