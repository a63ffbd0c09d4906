import { IconChevronDown } from '@tabler/icons-react';
import styles from './filter-select.module.css';

interface FilterSelectProps {
  label: string;
  anything: string;
  value: string | undefined;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string | undefined) => void;
}

/** A small choice with "anything" as its default; the platform's own list, so it works under any thumb. */
export function FilterSelect({ label, anything, value, options, onChange }: FilterSelectProps) {
  const missing = value && !options.some(([option]) => option === value);
  return (
    <span className={styles.filter} data-set={value ? true : undefined}>
      <select
        aria-label={label}
        className={styles.select}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      >
        <option value="">{anything}</option>
        {missing ? <option value={value}>{value}</option> : null}
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
      <IconChevronDown size={14} stroke={1.8} className={styles.arrow} aria-hidden />
    </span>
  );
}
