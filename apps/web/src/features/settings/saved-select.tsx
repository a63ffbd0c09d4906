import { NativeSelect } from '@mantine/core';

interface SavedSelectProps<Value extends string> {
  label: string;
  value: Value;
  readOnly: boolean;
  options: readonly (readonly [value: Value, label: string])[];
  onSave: (value: Value) => void;
}

/** One of a few, saved as soon as it is chosen; for those who may not change it, plain words. */
export function SavedSelect<Value extends string>({
  label,
  value,
  readOnly,
  options,
  onSave,
}: SavedSelectProps<Value>) {
  if (readOnly) return <span>{options.find(([option]) => option === value)?.[1] ?? value}</span>;
  return (
    <NativeSelect
      aria-label={label}
      w="100%"
      value={value}
      data={options.map(([option, text]) => ({ value: option, label: text }))}
      onChange={(event) => {
        const chosen = options.find(([option]) => option === event.currentTarget.value)?.[0];
        if (chosen !== undefined && chosen !== value) onSave(chosen);
      }}
    />
  );
}
