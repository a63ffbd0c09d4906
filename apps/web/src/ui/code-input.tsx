import { Input, PinInput } from '@mantine/core';

interface CodeInputProps {
  label: string;
  value: string;
  problem: string | null;
  onChange: (code: string) => void;
  onComplete?: (code: string) => void;
}

const length = 6;

/** Six digits, one box each: typed, pasted, or offered by the phone that received them. */
export function CodeInput({ label, value, problem, onChange, onComplete }: CodeInputProps) {
  return (
    <Input.Wrapper error={problem} errorProps={{ role: 'alert' }}>
      <PinInput
        length={length}
        type="number"
        size="md"
        oneTimeCode
        autoFocus
        aria-label={label}
        getInputProps={(index) => ({ 'aria-label': `${label}, digit ${index + 1} of ${length}` })}
        error={Boolean(problem)}
        value={value}
        onChange={onChange}
        {...(onComplete ? { onComplete } : {})}
      />
    </Input.Wrapper>
  );
}
