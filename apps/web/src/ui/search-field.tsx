import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

interface SearchFieldProps {
  label: string;
  value: string;
  width?: number;
  onChange: (value: string) => void;
}

/** A field that searches while one types, a moment after the last letter. */
export function SearchField({ label, value, width = 260, onChange }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const report = useDebouncedCallback(onChange, 200);
  return (
    <TextInput
      type="search"
      w={width}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} stroke={1.6} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        report(event.currentTarget.value.trim());
      }}
    />
  );
}
