import { IconChevronDown } from '@tabler/icons-react';
import styles from './inline-edit.module.css';

interface InlineSelectProps {
  label: string;
  value: string;
  readOnly?: boolean;
  options: readonly (readonly [value: string, label: string])[];
  onSave: (value: string) => void;
}

/** A fact that is one of a few, changed in place. */
export function InlineSelect({ label, value, readOnly = false, options, onSave }: InlineSelectProps) {
  const shown = options.find(([option]) => option === value)?.[1] ?? '–';
  if (readOnly) return <span className={styles.fixed}>{shown}</span>;
  return (
    <span className={styles.select}>
      <select
        className={styles.choice}
        aria-label={label}
        value={value}
        onChange={(event) => onSave(event.currentTarget.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      <IconChevronDown size={14} stroke={1.8} aria-hidden />
    </span>
  );
}
