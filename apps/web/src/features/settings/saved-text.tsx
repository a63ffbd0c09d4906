import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface SavedTextProps {
  label: string;
  value: string;
  readOnly: boolean;
  onSave: (value: string) => void;
}

/** A text saved with Enter or when one leaves it; Escape brings back what was there. */
export function SavedText({ label, value, readOnly, onSave }: SavedTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  if (readOnly) return <span>{value}</span>;
  const leave = () => {
    const next = typed?.trim();
    if (next && next !== value) onSave(next);
    setTyped(null);
  };
  return (
    <TextInput
      aria-label={label}
      w="100%"
      maxLength={100}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
        if (event.key === 'Escape') setTyped(null);
      }}
    />
  );
}
